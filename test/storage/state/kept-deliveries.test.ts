import { describe, expect, test } from 'vitest';
import { lasting, openState, startStateKinds } from './state-kinds.ts';

const kinds = lasting(await startStateKinds());

describe.each(kinds)('two bots over one $name', ({ freshUrl }) => {
  test('take each delivery once between them', async () => {
    const url = await freshUrl();
    const [one, other] = [await openState(url), await openState(url)];
    const events = Array.from({ length: 100 }, (_, index) => `slack:Ev${index}`);
    const taken = await Promise.all(
      [...events, ...events].map((event, index) =>
        (index % 3 === 0 ? one : other).deliveries.claim(event),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(events.length);
  });

  test('may both try again what came to nothing with one of them', async () => {
    const url = await freshUrl();
    const [one, other] = [await openState(url), await openState(url)];
    expect(await one.deliveries.claim('slack:share')).toBe(true);
    expect(await other.deliveries.claim('slack:share')).toBe(false);
    await one.deliveries.release('slack:share');
    expect(await other.deliveries.claim('slack:share')).toBe(true);
    expect(await one.deliveries.claim('slack:share')).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { startDiscordDriver } from '../../support/discord/surface-driver.ts';
import { surfaceCases } from '../../support/surfaces/surface-cases.ts';

describe('on Discord, as on every platform', () => {
  test.each(surfaceCases)('$name', async ({ steps, ...expected }) => {
    const driver = await startDiscordDriver();
    let seen = await driver.play(steps[0] ?? { do: 'dm', text: '' });
    for (const step of steps.slice(1)) seen = await driver.play(step);

    for (const words of expected.sees) expect(seen.text).toContain(words);
    for (const words of expected.lacks ?? []) expect(seen.text).not.toContain(words);
    expect(seen.visibility).toBe(expected.visibility);
    expect(seen.replaced).toBe(expected.replaced ?? seen.replaced);
    const { actions = seen.actions } = expected;
    expect(seen.actions.map((label, at) => label.slice(0, actions[at]?.length))).toEqual(actions);
  });
});

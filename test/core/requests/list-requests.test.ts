import { describe, expect, test } from 'vitest';
import { ada, asked, asker, bob, figs, openDesk } from '../../support/open-desk.ts';

describe('the list of requests', () => {
  test('has what most people wait for first, and of equals the oldest', async () => {
    const { desk, does } = await openDesk();
    const day = (at: string) => ({ at: `${at}T09:00:00.000Z` });
    await desk.ask('Plums grow on the Moon.', { ...asker(ada), ...day('2026-11-03') });
    await desk.ask(figs, { ...asker(ada), ...day('2026-11-02') });
    await desk.ask(asked, { ...asker(ada), ...day('2026-11-04') });
    await desk.ask(asked, { ...asker(bob), ...day('2026-11-05') });
    const list = await does('requests');
    expect(list.replaceAll(/[0-9a-f]{10}/g, '<id>')).toMatchInlineSnapshot(`
      "3 requests and reports wait

      - “Bananas flourish on Greenland’s coast.”
         2 people wait · since 4 Nov 2026 · <id>
      - “Figs ripen in Iceland.”
         1 person waits · since 2 Nov 2026 · <id>
      - “Plums grow on the Moon.”
         1 person waits · since 3 Nov 2026 · <id>

      Answer a request with fact-admin answer, draft a claim for it with fact-admin draft, or decline it with fact-admin decline: each takes its id."
    `);
  });

  test('is paged', async () => {
    const { desk, does } = await openDesk();
    const towns = ['Rome', 'Oslo', 'Lima', 'Kyiv', 'Bern', 'Cork', 'Gera', 'Hull', 'Linz', 'Metz'];
    for (const town of [...towns, 'Nice']) await desk.ask(`Snow fell in ${town}.`, asker(ada));
    expect(await does('requests')).toContain('/fact-admin requests page:2');
    expect(await does('requests', { page: 3 })).toMatch(
      /^11 requests and reports wait\n\n- “Snow fell in \w+\.”[^“]*$/,
    );
    expect(await does('requests', { page: 4 })).toContain('There is no page 4');
  });
});

import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../../src/adapters/slack/render-slack.ts';
import type { OptionValues } from '../../../src/core/bot/invocation.ts';
import { layDecisions } from '../../../src/core/claims/lay-decisions.ts';
import type { UserKey } from '../../../src/core/keys.ts';
import type { WrongMatchReport } from '../../../src/core/ports/reports.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack, says } from '../../support/test-bot.ts';
import { testNow } from '../../support/test-day.ts';

const operator: UserKey = 'discord:7';
const bridge = aClaim();
const gate = aClaim({
  id: 'gate',
  claim: 'The old toll gate was pulled down in 1950.',
  wordings: [],
  nearMisses: [],
});

/** Answered with the bridge, as it is nearly its wording. */
const confused = 'Is the bridge in Riverton from 1932?';

async function openDesk(claims = [bridge, gate]) {
  let now = testNow;
  const { bot, state, library, desk } = await createTestBot({
    packs: [rivertonPack(claims)],
    operators: [operator],
    clock: () => now,
  });
  const does = async (subcommand: string, options: OptionValues = {}): Promise<string> => {
    const input = { kind: 'command', command: 'fact-admin', subcommand, options } as const;
    return replyToText(await answerTo(bot, { platform: 'discord', user: operator, input }));
  };
  return {
    state,
    library,
    desk,
    does,
    pass(ms: number) {
      now = new Date(now.getTime() + ms);
    },
    ask: async (text: string) => replyToText(await answerTo(bot, says(text))),
    report: (report: Partial<WrongMatchReport> = {}) =>
      state.reports.add({ at: now.toISOString(), ref: bridge.ref, text: confused, ...report }),
    list: () =>
      answerTo(bot, {
        platform: 'discord',
        user: operator,
        input: { kind: 'command', command: 'fact-admin', subcommand: 'requests', options: {} },
      }),
    /** The only report's. */
    idOf: async () => (await does('requests')).match(/[0-9a-f]{10}/)?.[0] ?? '',
  };
}

describe('reports of wrong matches', () => {
  test('stand in one list with the requests: what most people want first, of equals the oldest', async () => {
    const { report, desk, does } = await openDesk();
    const asker = { locale: 'en', community: undefined, place: undefined } as const;
    const day = (on: string) => ({ at: `${on}T09:00:00.000Z` });
    await desk.ask('Figs ripen here.', { ...asker, ...day('2026-11-03'), user: 'discord:1' });
    await report(day('2026-11-04'));
    const shown = { confidence: 0.873, wording: 'the riverton bridge', differences: ['date'] };
    await report({ ...day('2026-11-05'), text: 'is the bridge in RIVERTON, from 1932', shown });
    await report({ ...day('2026-11-02'), text: undefined });
    const list = await does('requests');
    expect(list.replaceAll(/[0-9a-f]{10}/g, '<id>')).toMatchInlineSnapshot(`
      "3 requests and reports wait

      - “is the bridge in RIVERTON, from 1932”
         Wrong match, reported 2 times · since 4 Nov 2026 · <id>
         shown: “Riverton’s harbour bridge opened in 1932.” · riverton/harbour-bridge-opened-1932
         87% sure · closest wording: “the riverton bridge” · told 1 difference
      - without the asker’s text
         Wrong match, reported once · since 2 Nov 2026 · <id>
         shown: “Riverton’s harbour bridge opened in 1932.” · riverton/harbour-bridge-opened-1932
      - “Figs ripen here.”
         1 person waits · since 3 Nov 2026 · <id>

      Answer a request with fact-admin answer, draft a claim for it with fact-admin draft, or decline it with fact-admin decline: each takes its id.

      Settle a report with fact-admin report and its id: as a near miss or wording, or declined."
    `);
  });

  test('are paged', async () => {
    const { report, does } = await openDesk();
    for (const word of 'one two three four five six'.split(' ')) await report({ text: word });
    expect((await does('requests')).match(/Wrong match, reported once/g)).toHaveLength(5);
    expect((await does('requests', { page: 2 })).match(/Wrong match/g)).toHaveLength(1);
  });

  test('fit a message on either platform, however long they are', async () => {
    const wordy = (length: number): string =>
      'a long word '
        .repeat(50)
        .slice(0, length - 1)
        .concat('.');
    const shown = { confidence: 1, wording: wordy(300), differences: [] };
    const { report, list } = await openDesk([aClaim({ claim: wordy(300) })]);
    for (const mark of 'abcde') await report({ text: mark + wordy(499), shown });
    const reply = await list();
    expect(JSON.stringify([renderDiscord(reply), renderSlack(reply)])).not.toContain('more');
  });

  test.each([
    ['without a text', { text: undefined }, 'near-miss', 'can only be declined'],
    ['for a wording of no claim', {}, 'wording', 'Say which claim the text makes'],
    ['of a claim that is gone', { ref: 'riverton/gone' }, 'near-miss', 'not in use any more'],
  ] as const)('%s can’t be taken, and go on waiting', async (_, changes, decision, says) => {
    const { report, does, idOf } = await openDesk();
    await report(changes);
    expect(await does('report', { report: await idOf(), decision })).toContain(says);
    expect(await does('requests')).toContain('1 request or report waits');
  });

  test('that are none are said to be none', async () => {
    const { does } = await openDesk();
    const said = await does('report', { report: 'ffff', decision: 'unclear' });
    expect(said).toContain('No report “ffff” waits');
  });

  test('that are declined change nothing, and wait anew when they are made again', async () => {
    const { report, does, idOf, ask, pass } = await openDesk();
    await report();
    const before = await ask(confused);
    await does('report', { report: await idOf(), decision: 'right-claim' });
    expect(await does('requests')).toBe('No request or report waits');
    expect(await ask(confused)).toBe(before);
    pass(1000);
    await report();
    expect(await does('requests')).toContain('Wrong match, reported once');
  });
});

describe('a near miss', () => {
  test('is no longer answered with that claim, which is named as near', async () => {
    const { report, does, idOf, ask, library } = await openDesk();
    expect(await ask(confused)).toMatch(/^✓ True/);
    await report();
    const said = await does('report', { report: await idOf(), decision: 'near-miss' });
    expect(said).toContain('Kept as a near miss');
    expect(said).toContain('npm run packs:write');
    expect(await ask(confused)).toMatch(/^I could not match this for sure/);
    expect(await ask(confused)).toContain(bridge.claim);
    expect(await ask(confused)).not.toContain('True');
    expect(await ask('Riverton’s harbour bridge opened in 1932.')).toMatch(/^✓ True/);
    expect(await does('requests')).toBe('No request or report waits');
    const history = library.current.find(bridge.ref)?.history ?? [];
    expect(history.at(-1)).toMatchObject({ by: operator });
    expect(JSON.stringify(history)).not.toContain('from 1932');
  });

  test('is not answered for one of its clauses either', async () => {
    const { report, does, idOf, ask } = await openDesk();
    const text = 'Riverton’s harbour bridge opened in 1932 & it <b>works</b>';
    expect(await ask(text)).toContain(bridge.claim);
    await report({ text });
    await does('report', { report: await idOf(), decision: 'near-miss' });
    expect(await ask(text)).toMatch(/^I could not match this for sure/);
  });

  test('that several operators settle at once stands in the claim once', async () => {
    const { report, does, idOf, library, state } = await openDesk();
    await report();
    const id = await idOf();
    const settle = () => does('report', { report: id, decision: 'near-miss' });
    for (const said of await Promise.all([settle(), settle(), settle()]))
      expect(said).toContain('Kept as a near miss');
    const [pack] = layDecisions([rivertonPack([bridge, gate])], await state.decisions.all());
    for (const claim of [library.current.find(bridge.ref), pack?.claims.at(0)])
      expect(claim?.nearMisses).toEqual([...bridge.nearMisses, confused]);
  });

  test('that is a wording of the claim is refused with the reason', async () => {
    const { report, does, idOf, ask } = await openDesk();
    await report({ text: 'the riverton bridge is from 1932' });
    const said = await does('report', { report: await idOf(), decision: 'near-miss' });
    expect(said).toContain('is also what this claim answers to');
    expect(await ask(confused)).toMatch(/^✓ True/);
    expect(await does('requests')).toContain('1 request or report waits');
  });

  test('that was decided before the report was settled is not decided again', async () => {
    const { report, does, idOf, library, state } = await openDesk();
    await report();
    const decision = { kind: 'near-miss', ref: bridge.ref, by: operator, text: confused } as const;
    await library.decide(decision);
    const said = await does('report', { report: await idOf(), decision: 'near-miss' });
    expect(said).toContain('Kept as a near miss');
    expect(await state.decisions.all()).toHaveLength(1);
    expect(await does('requests')).toBe('No request or report waits');
  });
});

describe('a wording', () => {
  const text = 'they tore the toll house down';

  test('is answered with the claim that was named, from then on', async () => {
    const { report, does, idOf, ask } = await openDesk();
    await report({ text });
    const said = await does('report', { report: await idOf(), decision: 'wording', claim: 'gate' });
    expect(said).toContain('Kept as a wording');
    expect(await ask(text)).toContain(gate.claim);
    expect(await ask(text)).toMatch(/^✓ True/);
  });

  test('that another claim has is refused with the reason', async () => {
    const { report, does, idOf, ask } = await openDesk();
    const taken = 'The Riverton bridge is from 1932!';
    await report({ text: taken });
    const said = await does('report', { report: await idOf(), decision: 'wording', claim: 'gate' });
    expect(said).toContain(`is also claim at ${bridge.ref}`);
    expect(await ask(taken)).toContain(bridge.claim);
    expect(await does('requests')).toContain('1 request or report waits');
  });

  test('is of a claim that is named by its id, not in words', async () => {
    const { report, does, idOf } = await openDesk();
    await report({ text });
    const claim = 'was the toll gate pulled down in 1950?';
    const said = await does('report', { report: await idOf(), decision: 'wording', claim });
    expect(said).toContain('is not the id of a claim');
  });
});

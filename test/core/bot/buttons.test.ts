import { describe, expect, test } from 'vitest';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { asker, bridge, fact, on, other, press, testBot } from '../../support/pressing.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const bridgeById = fact('riverton/harbour-bridge-opened-1932');

describe('buttons under an answer', () => {
  test('show all sources with their quotes, a page at a time', async () => {
    const { bot } = await testBot();
    const { ask, delivery } = on(bot);
    const first = await ask(press(await ask(bridgeById), 'Sources with quotes'));
    expect(replyToText(first)).toContain('5. Minutes, part 5');
    expect(replyToText(first)).toContain('“words of part 5”');
    const next = press(first, 'Next page');
    expect(await delivery(next)).toBe('replace');
    const second = await ask(next);
    expect(second.placement).toBe('replace');
    expect(replyToText(second)).toContain('6. Minutes, part 6');
    expect(replyToText(second)).toContain('Page 2 of 2');
  });

  test.each([
    { status: 'retracted', labels: ['Read more', 'Sources with quotes'], title: '⊘ Retracted' },
    { status: 'draft', labels: ['Read more', 'Sources with quotes'], title: '… Check under way' },
  ] as const)(
    'tell no more of a check that has become $status since',
    async ({ status, labels, title }) => {
      const before = await testBot();
      const answer = await on(before.bot).ask(bridgeById);
      const verification = { ...bridge.verification, status };
      const after = await createTestBot({
        packs: [rivertonPack([{ ...bridge, verification }])],
        state: before.state,
      });
      for (const label of labels) {
        const said = await on(after.bot).ask(press(answer, label));
        expect(said.title).toBe(title);
        expect(replyToText(said)).not.toContain(bridge.summary);
        expect(replyToText(said)).not.toContain('words of part 1');
      }
    },
  );

  test('say why this claim was found', async () => {
    const { bot } = await testBot();
    const { ask } = on(bot);
    const answer = await ask(fact('the riverton bridge is from 1932'));
    const why = replyToText(await ask(press(answer, 'Why this answer')));
    expect(why).toMatch(/How sure I am that you mean this claim: \d+%/);
    expect(why).toContain('Closest wording on record: “the riverton bridge is from 1932”');
    expect(replyToText(await ask(press(await ask(bridgeById), 'Why this answer')))).toContain(
      'by its id',
    );
  });

  test('share a private answer with the channel, and name who did', async () => {
    const { bot } = await testBot();
    const { ask, delivery } = on(bot);
    const inChannel = { community: 'slack:T1', channel: 'C1' } as const;
    const privately = fact('riverton/harbour-bridge-opened-1932', { private: true });
    const share = press(await ask(privately, inChannel), 'Share to channel');
    expect(await delivery(share, inChannel)).toBe('share');
    expect(await ask(share, inChannel)).toMatchObject({
      visibility: 'public',
      sharedBy: asker,
      title: '✓ True',
    });
  });

  test('offer no sharing of what everybody sees already', async () => {
    const { bot } = await testBot();
    const { actions = [] } = await on(bot).ask(bridgeById);
    expect(actions.map((action) => action.kind === 'button' && action.label)).not.toContain(
      'Share to channel',
    );
  });

  test('of a private answer work for nobody but the asker', async () => {
    const { bot } = await testBot();
    const answer = await on(bot).ask(
      fact('riverton/harbour-bridge-opened-1932', { private: true }),
    );
    const pressed = await on(bot, other).ask(press(answer, 'Sources with quotes'));
    expect(replyToText(pressed)).toContain('Only the person who asked can use this.');
  });

  test('of a public answer let everybody read on', async () => {
    const { bot } = await testBot();
    const answer = await on(bot).ask(bridgeById);
    expect((await on(bot, other).ask(press(answer, 'Sources with quotes'))).title).toBe('Sources');
  });

  test('work after a restart, and say so when they no longer do', async () => {
    const { bot, state } = await testBot();
    const answer = await on(bot).ask(bridgeById);
    const { bot: restarted } = await testBot({ state });
    expect((await on(restarted).ask(press(answer, 'Why this answer'))).title).toBe(
      'Why this answer',
    );
    const { bot: forgetful } = await testBot();
    expect(replyToText(await on(forgetful).ask(press(answer, 'Why this answer')))).toContain(
      'buttons work for 30 days',
    );
    expect(replyToText(await on(bot).ask({ kind: 'press', id: 'nonsense' }))).toContain('too old');
  });
});

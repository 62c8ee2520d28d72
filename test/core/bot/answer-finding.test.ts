import { expect, test } from 'vitest';
import type { Invocation } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo, tellTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack, says } from '../../support/test-bot.ts';

const onSlack = (text: string): Invocation => ({
  platform: 'slack',
  user: 'slack:U1',
  community: 'slack:T1',
  channel: 'C1',
  input: { kind: 'text', by: 'mention', text },
});
const ids = ['bells', 'clock', 'stairs', 'roof'];
const claims = ids.map((id) =>
  aClaim({ id, claim: `The ${id} are old.`, wordings: [], topics: ['towers'] }),
);

test('of a topic’s claims those told most can be opened first, then the others as the pack has them', async () => {
  const { bot } = await createTestBot({ packs: [rivertonPack(claims)] });
  const offered = async () => {
    const { actions = [] } = await answerTo(bot, onSlack('towers'));
    return actions.flatMap((action) =>
      action.kind === 'select' ? action.choices.map(({ label }) => label) : [],
    );
  };
  const [bells, clock, stairs, roof] = ids.map((id) => `“The ${id} are old.”`);
  expect(await offered()).toEqual([bells, clock, stairs, roof]);
  for (const id of ['roof', 'stairs', 'roof', 'stairs', 'roof', 'stairs', 'roof'])
    await tellTo(bot, onSlack(id));
  expect(await offered()).toEqual([roof, stairs, bells, clock]);
});

test('what is chosen is the claim that opens', async () => {
  const { bot } = await createTestBot({ packs: [rivertonPack(claims)] });
  const { actions = [] } = await answerTo(bot, onSlack('towers'));
  const [select] = actions;
  if (select?.kind !== 'select') throw new Error('there is no select to choose from');
  for (const [index, { value }] of select.choices.entries()) {
    const input = { kind: 'press', id: select.id, value } as const;
    const opened = await answerTo(bot, { ...onSlack(''), input });
    expect(replyToText(opened)).toContain(`The ${ids[index]} are old.`);
  }
});

test('there is nothing to open where the surface has no buttons, or where nothing is near', async () => {
  const { bot } = await createTestBot({ packs: [rivertonPack(claims)] });
  expect((await answerTo(bot, says('towers'))).actions ?? []).toEqual([]);
  const { actions } = await answerTo(bot, onSlack('Bananas grow in Greenland.'));
  expect(actions).toMatchObject([{ kind: 'button', label: 'Ask for a check' }]);
});

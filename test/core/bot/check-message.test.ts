import { expect, test } from 'vitest';
import type { Input } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';

import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { surfaceBotOptions, unclearQuestion } from '../../support/surface-bot.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

async function checked(text: string) {
  const { bot } = await createTestBot(surfaceBotOptions);
  const input: Input = { kind: 'message', text };
  return answerTo(bot, { platform: 'discord', user: 'discord:7', input });
}

test('small talk takes no place among the sentences that are looked up', async () => {
  const smallTalk = 'Good morning! 🎉 Hello there! Thanks! '.repeat(4);
  const reply = await checked(`${smallTalk}Philadelphia recorded 562 homicides in 2021.`);
  expect(reply.title).toBe('1 checked claim in this message');
  expect(replyToText(reply)).not.toContain('not looked up');
});

test('a sentence that could mean several claims gets them without verdicts, and a way to read each', async () => {
  const reply = await checked(unclearQuestion);
  const text = replyToText(reply);
  expect(text).toContain('Which of these do you mean?');
  expect(text).toContain('krasner/soros-five-times-krasner');
  expect(text).toContain('krasner/soros-17m-2017-total');
  expect(text).not.toContain('Nothing on record');
  expect(text).not.toMatch(/True|False/);
  expect(reply.actions).toMatchObject([{ kind: 'select', choices: [{}, {}] }]);
});

const bridge = 'The Riverton bridge is from 1932.';
const nothingFound = 'I see no sentence in this message that could be checked.';

async function checkedInRiverton(text: string) {
  const tower = aClaim({ id: 'tower', claim: 'The old tower has nine bells.', wordings: [] });
  const { bot } = await createTestBot({ packs: [rivertonPack([aClaim(), tower])] });
  const input: Input = { kind: 'message', text };
  return answerTo(bot, { platform: 'discord', user: 'discord:7', input });
}

test('every claim found can be read, and what is not on record is named', async () => {
  const unknown = 'Bananas grow in Greenland.';
  const reply = await checkedInRiverton(`${bridge} ${unknown} The old tower has nine bells.`);
  const text = replyToText(reply);
  expect(reply.title).toBe('2 checked claims in this message');
  expect(text).toMatch(/^- “Riverton’s harbour bridge opened in 1932\.”/m);
  expect(text).toMatch(/Nothing on record.*\n- “Bananas grow in Greenland\.”$/);
  expect(text).not.toContain(nothingFound);
  expect(text).not.toContain('not looked up');
  expect(reply.actions).toMatchObject([{ kind: 'select', choices: [{}, {}] }]);
});

test('what announces a list, and the marks in it, are not told as without a record', async () => {
  const message = `Hi Tom,\nSo here is my list:\nI.\n${bridge}\nII.\nBananas grow in Greenland.\nBest regards, Anna`;
  const text = replyToText(await checkedInRiverton(message));
  expect(text).toMatch(/Nothing on record.*\n- “Bananas grow in Greenland\.”$/);
});

test('a message without anything to check says so, and offers nothing to read', async () => {
  const reply = await checkedInRiverton('Hello there! Thanks!');
  expect(replyToText(reply)).toBe(`No checked claim in this message\n\n${nothingFound}`);
  expect(reply.actions).toEqual([]);
});

test.each([
  [
    'a list in a line',
    '1) the riverton bridge is from 1932 2) bananas grow in Greenland 3) the old tower has nine bells',
  ],
  [
    'a list of lines',
    '- the riverton bridge is from 1932\n- bananas grow in Greenland\n- the old tower has nine bells',
  ],
  [
    'commas',
    'the riverton bridge is from 1932, bananas grow in Greenland, the old tower has nine bells',
  ],
])('statements in %s are looked up one by one', async (_, message) => {
  const reply = await checkedInRiverton(message);
  expect(reply.title).toBe('2 checked claims in this message');
  expect(replyToText(reply)).toMatch(/Nothing on record.*\n- “bananas grow in Greenland”$/);
});

test('what looks most like a statement is read first, and it is told how many sentences were left', async () => {
  const chatter = 'I really do not know what to think about that. '.repeat(119);
  const all = replyToText(await checkedInRiverton(`${chatter}${bridge}`));
  expect(all).toContain('1 checked claim');
  expect(all).not.toContain('not looked up');
  const more = replyToText(
    await checkedInRiverton(`${chatter}We all went home early then. ${bridge}`),
  );
  expect(more).toContain('1 checked claim');
  expect(more).toContain('1 further sentence was not looked up');
});

test('a number makes a sentence more of a statement than a few words more', async () => {
  const summer = 'Boats go to that island in summer. '.repeat(130);
  const reply = await checkedInRiverton(`${summer}The riverton bridge is from 1932.`);
  expect(reply.title).toBe('1 checked claim in this message');
});

test('of many sentences on no record the first ten are named, and the others counted', async () => {
  const ferries = Array.from({ length: 14 }, (_, at) => `Ferry ${at} sank in Greenland.`);
  const text = replyToText(await checkedInRiverton(ferries.join(' ')));
  expect(text).toContain('“Ferry 9 sank in Greenland.”');
  expect(text).not.toContain('Ferry 10');
  expect(text).toContain('and 4 more');
});

test('others get their turn between two sentences', async () => {
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await checkedInRiverton('Bananas grow in Greenland. '.repeat(100));
  isDone = true;
  expect(turns).toBeGreaterThan(50);
});

test('a claim that is chosen from what was found is the one that is shown', async () => {
  const tower = aClaim({ id: 'tower', claim: 'The old tower has nine bells.', wordings: [] });
  const { bot } = await createTestBot({ packs: [rivertonPack([aClaim(), tower])] });
  const asked = { platform: 'discord', user: 'discord:7' } as const;
  const input: Input = { kind: 'message', text: `${bridge} The old tower has nine bells.` };
  const { actions = [] } = await answerTo(bot, { ...asked, input });
  const [select] = actions;
  if (select?.kind !== 'select') throw new Error('there is no select to choose from');
  const [, second] = select.choices;
  const press: Input = { kind: 'press', id: select.id, value: second?.value ?? '' };
  expect(replyToText(await answerTo(bot, { ...asked, input: press }))).toContain(tower.claim);
});

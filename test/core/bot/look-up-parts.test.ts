import { describe, expect, test } from 'vitest';
import type { Invocation } from '../../../src/core/bot/invocation.ts';
import { lookUp } from '../../../src/core/bot/look-up.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { splitSentences } from '../../../src/core/texts/sentences.ts';
import { notMendedYet } from '../../data/not-mended-yet.ts';
import { answerTo, deliveryOf } from '../../support/answer-to.ts';
import { createTestBot } from '../../support/test-bot.ts';

const { bot, library } = await createTestBot();

const mentioned = (text: string): Invocation => ({
  platform: 'discord',
  user: 'discord:7',
  community: 'discord:1',
  channel: '5',
  input: { kind: 'text', by: 'mention', text },
});
const asked = (claim: string): Invocation => ({
  ...mentioned(''),
  input: { kind: 'command', command: 'fact', options: { claim } },
});
const said = async (text: string) => replyToText(await answerTo(bot, mentioned(text)));

describe('several claims are answered one by one', () => {
  test.each([
    ['two sentences', 'Bats are blind. The Earth is flat.'],
    ['two clauses', 'bats are blind and the earth is flat'],
    ['a list', '1) bats are blind 2) the earth is flat'],
    ['a question about both', 'is it true that bats are blind and the earth is flat?'],
    ['lines of a forwarded message', 'is this true?\nBats are blind.\nThe Earth is flat.'],
  ])('in %s', async (_, text) => {
    const answer = await said(text);
    expect(answer).toContain('2 checked claims in this message');
    expect(answer).toMatch(/“Bats are blind\.”\n.*False · misconceptions\/bats-are-blind/);
    expect(answer).toMatch(/“The Earth is flat\.”\n.*False · misconceptions\/earth-is-flat/);
    expect(answer).not.toContain('Nothing on record');
  });

  test('for all in the channel, also where a command asks; whoever sees it can open the records', async () => {
    const both = asked('bats are blind and the earth is flat');
    expect(await deliveryOf(bot, both)).toBe('public');
    const { actions = [], about = [] } = await answerTo(bot, both);
    expect(about.map(({ ref }) => ref)).toEqual([
      'misconceptions/bats-are-blind',
      'misconceptions/earth-is-flat',
    ]);
    const [select] = actions;
    if (select?.kind !== 'select') throw new Error('there is no select to choose from');
    const press = { kind: 'press', id: select.id, value: '1' } as const;
    const opened = await answerTo(bot, { ...both, user: 'discord:8', input: press });
    expect(replyToText(opened)).toContain('The Earth is flat.');
  });
});

test('of several clauses, those are answered that are on record, whichever they are', async () => {
  const answer = await said('ferries sink every year, bats are blind, and the earth is flat');
  expect(answer).toContain('2 checked claims in this message');
  expect(answer).toContain('“ferries sink every year”');
});

describe('a half that no claim covers is named', () => {
  test.each([
    [
      'Philadelphia recorded 562 homicides in 2021 and it was all his fault',
      'it was all his fault',
    ],
    [
      "Philadelphia recorded 562 homicides in 2021 and it was all Krasner's fault",
      "it was all Krasner's fault",
    ],
    [
      'Microwaves make food radioactive. The government hid this for years.',
      'The government hid this for years.',
    ],
    [
      'Nobody in Paris pays taxes any more. Microwaves make food radioactive.',
      'Nobody in Paris pays taxes any more.',
    ],
  ])('%s', async (text, half) => {
    const answer = await said(text);
    expect(answer).toMatch(/^✓ True|^✗ False/);
    expect(answer).toContain(`which does not mean that they are true\n- “${half}”\n`);
  });

  test('in a long post three are named, and the others counted', async () => {
    const ferries = Array.from({ length: 20 }, (_, at) => `Ferry ${at} sank in Greenland.`);
    const answer = await said(`Microwave ovens make food radioactive. ${ferries.join(' ')}`);
    expect(answer).toMatch(/^✗ False/);
    expect(answer).toContain('“Ferry 2 sank in Greenland.”\nand 12 more');
    expect(answer).toContain('5 further sentences were not looked up');
  });

  test.each([
    'Microwaves make food radioactive. I saw it on TV yesterday. Wake up people!',
    'Hello everyone! Microwaves make food radioactive. Is this true? Thanks!',
  ])('but not what nobody could check: %s', async (text) => {
    expect(await said(text)).not.toContain('Nothing on record');
  });
});

test.each([
  [
    'First, bats are blind. Second, ferries sink in Greenland every year.',
    'ferries sink in Greenland every year.',
  ],
  [
    'First: bats are blind, and finally, ferries sink in Greenland every year',
    'ferries sink in Greenland every year',
  ],
  [
    'Erstens, bats are blind. Zweitens: Fähren sinken jedes Jahr vor Grönland.',
    'Fähren sinken jedes Jahr vor Grönland.',
  ],
  [
    'En primer lugar, bats are blind. Por último, los barcos se hunden en Groenlandia.',
    'los barcos se hunden en Groenlandia.',
  ],
  [
    'First. Bats are blind. Second. Ferries sink in Greenland every year.',
    'Ferries sink in Greenland every year.',
  ],
  ['首先，bats are blind. 其次，格陵兰的渡轮每年都会沉没。', '格陵兰的渡轮每年都会沉没。'],
])('a word that counts is part of nothing that is named: %s', async (text, named) => {
  const { outcome, ...found } = await lookUp(library.current, text, {});
  expect({ outcome, ...found }).toMatchObject({ outcome: 'partly', missing: [named] });
});

test('a claim that begins with such a word keeps it', async () => {
  expect(
    splitSentences('Second amendment rights end at the border. First lady Jill Biden left.'),
  ).toEqual(['Second amendment rights end at the border.', 'First lady Jill Biden left.']);
});

describe('one claim is not taken apart', () => {
  test('whatever words it has: all that the packs say are answered as before', async () => {
    const texts = [...library.current.claims].flatMap(({ claim, wordings }) => [
      claim,
      ...wordings,
    ]);
    const changed = [];
    for (const text of texts) {
      const { outcome } = await lookUp(library.current, text, {});
      if (outcome === 'partly' || outcome === 'several') changed.push(text);
    }
    expect(changed).toEqual(notMendedYet.takenApart.texts);
  });

  test.each([
    'If bats are blind, then the earth is flat',
    'bats are blind, said nobody',
    'it is not true that bats are blind and the earth is flat',
  ])('nor where its parts would say something else: %s', async (text) => {
    const { outcome } = await lookUp(library.current, text, {});
    expect(['partly', 'several']).not.toContain(outcome);
  });
});

describe('a question costs a bounded amount of work, and others get their turn in between', () => {
  const stepLength = 200;

  /** The steps of each lookup that a turn of the event loop takes for a question: one, and one more for every 200 characters. */
  async function turnsFor(text: string) {
    const turns: number[][] = [[]];
    let isDone = false;
    const turn = (): void => {
      turns.push([]);
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const finding = await lookUp(
      {
        ...library.current,
        lookup(said, options) {
          turns.at(-1)?.push(1 + Math.floor(said.length / stepLength));
          return library.current.lookup(said, options);
        },
      },
      text,
      {},
    );
    isDone = true;
    const lookedUpAtOnce = Math.max(...turns.map((lookups) => lookups.length));
    const [whole = 0, ...parts] = turns.flat();
    return { finding, whole, parts, lookedUpAtOnce };
  }

  const twoClauses = 'Ferry 7 sank in Greenland, and bananas grow in Iceland. ';
  const runOn = `Microwaves make food radioactive ${'while ferries sink near Greenland '.repeat(27)}. `;
  test.each([
    ['many sentences', twoClauses.repeat(100)],
    ['many long sentences', runOn.repeat(6)],
    ['a sentence of many clauses', 'bats are blind and the earth is flat and '.repeat(20)],
    [
      'a sentence of some clauses',
      `${'bats are blind and the earth is flat and '.repeat(3)}goldfish forget.`,
    ],
    ['one sentence without an end', 'bats are blind the earth is flat '.repeat(180)],
    ['short ones among long ones', `${runOn}${twoClauses}`.repeat(5)],
  ])('%s', async (_, text) => {
    const { whole, parts, lookedUpAtOnce } = await turnsFor(text.slice(0, 6000));
    expect(lookedUpAtOnce).toBe(1);
    expect(whole).toBeLessThanOrEqual(31);
    expect(parts.reduce((sum, steps) => sum + steps, 0)).toBeLessThanOrEqual(16);
  });

  test('what there was no room for is counted, and a shorter sentence after it is looked up', async () => {
    const { finding } = await turnsFor(
      `Bats are blind. ${'Nothing that anybody checked stands in this sentence '.repeat(70)}. The Earth is flat.`,
    );
    expect(finding).toMatchObject({
      outcome: 'several',
      parts: [{ text: 'Bats are blind.' }, { text: 'The Earth is flat.' }],
      left: 1,
    });
  });
});

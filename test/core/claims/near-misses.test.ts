import { expect, test } from 'vitest';
import { lookUp } from '../../../src/core/bot/look-up.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const { library } = await createTestBot({
  packs: [
    rivertonPack([
      aClaim({
        id: 'ferry',
        claim: 'Mayor Holm closed the ferry to Eastbank in 2019.',
        wordings: [],
        nearMisses: [
          'Holm closed the ferry to Eastbank for good.',
          'Mayor Holm was closing the ferry to Eastbank in 2019.',
        ],
      }),
    ]),
  ],
});
const ask = (text: string) => lookUp(library.current, text, {});

test.each([
  'Holm closed the ferry to Eastbank for good.',
  'did Holm close the ferry to Eastbank for good?',
  'Is it true that Holm has closed the ferry to Eastbank for good',
])(
  '“%s” is not answered with the claim that it only comes near to, which is named',
  async (text) => {
    expect(await ask(text)).toMatchObject({ outcome: 'none', nearest: [{ id: 'ferry' }] });
  },
);

test.each([
  'Did Mayor Holm close the ferry to Eastbank in 2019?',
  'Mayor Holm closed the ferry to Eastbank in 2019',
])('“%s” is the claim, though a near miss has the same words but for little ones', async (text) => {
  expect(await ask(text)).toMatchObject({ outcome: 'match', claim: { id: 'ferry' } });
});

test('a near miss, word for word, is none of the claim, though their words be the same', async () => {
  const text = 'Mayor Holm was closing the ferry to Eastbank in 2019.';
  expect(await ask(text)).toMatchObject({ outcome: 'none', nearest: [{ id: 'ferry' }] });
});

import { describe, expect, test } from 'vitest';
import type { Input, Invocation } from '../../../src/core/bot/invocation.ts';
import type { UserKey } from '../../../src/core/keys.ts';
import { pressIdToText, textToPressId } from '../../../src/core/reply/press-id.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo, deliveryOf } from '../../support/answer-to.ts';
import { createTestBot } from '../../support/test-bot.ts';

const claim = 'krasner/philly-2021-562-homicides';
const fact = (options = {}): Input => ({
  kind: 'command',
  command: 'fact',
  options: { claim, ...options },
});
const by = (user: UserKey, input: Input): Invocation => ({
  platform: 'discord',
  user,
  community: 'discord:100',
  channel: '55',
  input,
});

test('everybody can read the sources of an answer that was shared', async () => {
  const { bot } = await createTestBot();
  const answer = await answerTo(bot, by('discord:1', fact({ private: true })));
  const share = answer.actions?.find(({ id }) => id.startsWith('share.'));
  const shared = await answerTo(bot, by('discord:1', { kind: 'press', id: share?.id ?? '' }));
  const [, sources] = shared.actions ?? [];
  const press: Input = { kind: 'press', id: sources?.id ?? '' };
  expect((await answerTo(bot, by('discord:2', press))).title).toBe('Sources');
});

describe('sharing an answer about another claim than the one asked about', () => {
  const different: Input = {
    kind: 'command',
    command: 'fact',
    options: { claim: 'philly 362 homicides in 2021', private: true },
  };
  const shareId = ({ actions = [] }: Reply): string =>
    actions.find(({ id }) => id.startsWith('share.'))?.id ?? '';

  test('says so after a restart as well, and the store holds nothing that the asker wrote', async () => {
    const { bot, state } = await createTestBot();
    const id = shareId(await answerTo(bot, by('discord:1', different)));
    const kept = await state.answers.find(id.split('.')[1] ?? '');
    expect(kept?.content).toMatchObject({ differences: [{ checked: '562' }] });
    expect(JSON.stringify(kept)).not.toContain('362');
    const { bot: restarted } = await createTestBot({ state });
    const shared = await answerTo(restarted, by('discord:1', { kind: 'press', id }));
    expect(shared.title).toBe('Not the same claim');
    expect(replyToText(shared)).toContain('You asked about “362”. The checked claim says “562”.');
  });

  test('names what the claim says where the button holds no words', async () => {
    const { bot } = await createTestBot();
    const id = shareId(await answerTo(bot, by('discord:1', different)));
    const bare = id.split('.').slice(0, 3).join('.');
    const shared = await answerTo(bot, by('discord:1', { kind: 'press', id: bare }));
    expect(shared.title).toBe('Not the same claim');
    expect(replyToText(shared)).toContain('The checked claim says “562”. Your text does not.');
  });

  test('cuts what was asked to the length that a platform takes for a button', () => {
    const asked = ['1.45 million', 'one|two', 'x'.repeat(300), '最高法院的判决'];
    const id = pressIdToText({ press: 'share', answer: 'k3f9x2m8q1zt', page: 0, asked });
    expect(id.length).toBeLessThanOrEqual(100);
    expect(textToPressId(id)?.asked).toEqual([
      '1.45 million',
      'one two',
      expect.stringMatching(/^x+…$/),
      '最高法院的判决',
    ]);
  });
});

test.each<Input>([
  fact({ private: false }),
  { kind: 'form', id: 'fact', values: { claim, answer: 'public' } },
  { kind: 'text', by: 'mention', text: claim },
])(
  'an answer for all is not said again to the next asker, however it was asked for',
  async (input) => {
    const { bot } = await createTestBot();
    await answerTo(bot, by('discord:1', input));
    expect(await deliveryOf(bot, by('discord:2', fact()))).toBe('private');
    expect(await deliveryOf(bot, by('discord:2', fact({ private: false })))).toBe('public');
  },
);

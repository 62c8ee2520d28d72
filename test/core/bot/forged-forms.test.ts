import { describe, expect, test } from 'vitest';
import type { FormValues, Invocation } from '../../../src/core/bot/invocation.ts';
import { defaultSettings } from '../../../src/core/ports/settings.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const manager = { mayManage: async () => true };
const inServer: Omit<Invocation, 'input'> = {
  platform: 'discord',
  user: 'discord:1',
  community: 'discord:100',
  channel: '55',
};

async function send(id: string, values: FormValues) {
  const failures: string[] = [];
  const log = { info() {}, warn() {}, error: (_: object, text: string) => failures.push(text) };
  const { bot, state } = await createTestBot({ packs: [rivertonPack([aClaim()])], log });
  const reply = await answerTo(bot, { ...inServer, input: { kind: 'form', id, values } }, manager);
  return {
    said: replyToText(reply),
    failures,
    settings: state.communities.settings('discord:100'),
  };
}

const answers = { answers: 'public', detail: 'short', mentions: true };
const claims = { strictness: 'balanced' };
const long = 'x'.repeat(100_000);

describe('a value that no form of ours sends is the asker’s mistake, and nothing is kept', () => {
  test.each<[string, string, object]>([
    ['a choice that is none', 'fact-settings.answers', { ...answers, answers: 'everybody' }],
    ['no choice', 'fact-settings.answers', { detail: 'short', mentions: true }],
    ['a list for a choice', 'fact-settings.answers', { ...answers, detail: ['short'] }],
    ['a text for a tick', 'fact-settings.answers', { ...answers, mentions: 'yes' }],
    ['a text for channels', 'fact-settings.answers', { ...answers, channels: 'C1' }],
    ['no channel', 'fact-settings.answers', { ...answers, channels: ['<!channel>'] }],
    [
      'a thousand channels',
      'fact-settings.answers',
      { ...answers, channels: Array(1000).fill('1') },
    ],
    ['a list in a list', 'fact-settings.answers', { ...answers, channels: [['1']] }],
    ['a pack that is none', 'fact-settings.claims', { ...claims, packs: ['secrets'] }],
    ['a tick for a list', 'fact-settings.claims', { ...claims, packs: true }],
    ['a level that is none', 'fact-settings.claims', { strictness: 'ruthless' }],
    ['a language that is none', 'fact-settings.claims', { ...claims, language: 'tlh' }],
    ['a tick for a claim', 'fact', { claim: true, answer: 'public' }],
    ['a long topic', 'fact', { claim: 'bridge', topic: long, answer: 'public' }],
    ['nobody who sees it', 'fact', { claim: 'bridge', answer: 'the world' }],
    ['an endless claim', 'fact', { claim: long, answer: 'public' }],
  ])('%s', async (_, id, values) => {
    const { said, failures, settings } = await send(id, values as FormValues);
    expect(said).toMatch(
      /does not take what was filled in|No claim here has the topic|is too long|characters/,
    );
    expect(said.length).toBeLessThan(1000);
    expect(failures).toEqual([]);
    expect(settings).toEqual(defaultSettings);
  });
});

test('what the forms do send is taken', async () => {
  const sent = await send('fact-settings.answers', {
    ...answers,
    answers: 'private',
    channels: ['7'],
  });
  expect(sent.settings).toMatchObject({ answers: 'private', channels: ['7'] });
  const other = await send('fact-settings.claims', {
    ...claims,
    packs: ['riverton'],
    language: 'de',
  });
  expect(other.settings).toMatchObject({ packs: ['riverton'], language: 'de' });
});

import { expect, test } from 'vitest';
import { renderConsole } from '../../src/adapters/console/render-console.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import type { Input, Invocation } from '../../src/core/bot/invocation.ts';
import { isForm } from '../../src/core/bot/plan.ts';
import type { CommunityKey, UserKey } from '../../src/core/keys.ts';

import { replyToText } from '../../src/core/reply/reply-text.ts';
import type { Strictness } from '../../src/matching/matcher.ts';
import { answerTo, formFor } from '../support/answer-to.ts';
import { createTestBot } from '../support/test-bot.ts';

const server: CommunityKey = 'discord:100';
const operator: UserKey = 'discord:1';

const manager = { mayManage: async () => true };

async function botInServer() {
  const { bot, state, library } = await createTestBot({ operators: [operator] });
  const inServer = (input: Input, where: Partial<Invocation> = {}): Invocation => ({
    platform: 'discord',
    user: 'discord:7',
    community: server,
    channel: '55',
    input,
    ...where,
  });
  return { bot, inServer, library, communities: state.communities };
}

const opensClaimSettings: Input = {
  kind: 'command',
  command: 'fact-settings',
  subcommand: 'claims',
  options: {},
};
const emptyMention: Input = { kind: 'text', by: 'mention', text: '' };

test('the form says on what the figures of its levels were measured', async () => {
  const { bot, inServer } = await botInServer();
  const form = await formFor(bot, inServer(opensClaimSettings), manager);
  if (!isForm(form)) throw new Error('no form was opened');
  expect(form.fields.find(({ name }) => name === 'strictness')).toMatchObject({
    hint: expect.stringMatching(/^Measured on packs that were new to me; /),
  });
});

test('a form sent off with its language left open leaves the server’s own language in use', async () => {
  const { bot, inServer, communities } = await botInServer();
  const form = await formFor(bot, inServer(opensClaimSettings), manager);
  if (!isForm(form)) throw new Error('no form was opened');
  const language = form.fields.find(({ name }) => name === 'language');
  expect(language).toMatchObject({ required: false });
  expect(language).not.toHaveProperty('value');

  await answerTo(
    bot,
    inServer({ kind: 'form', id: form.id, values: { strictness: 'strict' } }),
    manager,
  );
  expect(communities.settings(server)).toMatchObject({ strictness: 'strict', language: null });
  const inSpanish = { communityLocale: 'es-ES' };
  expect((await answerTo(bot, inServer(emptyMention, inSpanish))).locale).toBe('es');
});

test('a language that was chosen is spoken to those whose own is not known, and to no others', async () => {
  const { bot, inServer } = await botInServer();
  const values = { strictness: 'balanced', language: 'fr' };
  await answerTo(bot, inServer({ kind: 'form', id: 'fact-settings.claims', values }), manager);
  const inSpanish = { communityLocale: 'es-ES' };
  expect((await answerTo(bot, inServer(emptyMention, inSpanish))).locale).toBe('fr');
  expect((await answerTo(bot, inServer(emptyMention, { locale: 'de' }))).locale).toBe('de');
  const form = await formFor(bot, inServer(opensClaimSettings), manager);
  expect(isForm(form) && form.fields.find(({ name }) => name === 'language')).toMatchObject({
    value: 'fr',
  });
});

test('the stricter a community is, the fewer near misses are answered', async () => {
  const { bot, inServer, library, communities } = await botInServer();
  // Not in their own words, as which no level answers them.
  const texts = [...library.current.claims].flatMap(({ nearMisses }) =>
    nearMisses.map((text) => `${text.replace(/[.!?]+$/, '')}, says my aunt`),
  );
  const answeredAt = async (strictness: Strictness): Promise<number> => {
    await communities.change(server, 'discord:7', { strictness });
    const replies = await Promise.all(
      // An operator may ask as much as they like.
      texts.map((claim) =>
        answerTo(
          bot,
          inServer({ kind: 'command', command: 'fact', options: { claim } }, { user: operator }),
        ),
      ),
    );
    const unsure = 'I could not match this for sure';
    return replies.filter(({ title, actions = [] }) => title !== unsure && actions.length > 0)
      .length;
  };
  const strict = await answeredAt('strict');
  const balanced = await answeredAt('balanced');
  const lenient = await answeredAt('lenient');
  expect(strict).toBeLessThan(balanced);
  expect(balanced).toBeLessThan(lenient);
});

test('one channel for another is a change, though both stand in the same words', async () => {
  const { bot, inServer, communities } = await botInServer();
  await communities.change(server, 'discord:7', { channels: ['55'] });
  await communities.change(server, 'discord:8', { channels: ['56'] });
  const status: Input = {
    kind: 'command',
    command: 'fact-settings',
    subcommand: 'status',
    options: {},
  };
  const text = replyToText(await answerTo(bot, inServer(status), manager));
  expect(text).toContain('by discord:8\n   Channels for public answers: #55 → #56');
});

test('an operator in the terminal reads another platform’s channels and people by their ids', async () => {
  const { bot, communities } = await botInServer();
  await communities.change(server, 'discord:7', { channels: ['55', '56'] });
  const shown = await answerTo(bot, {
    platform: 'console',
    user: operator,
    input: {
      kind: 'command',
      command: 'fact-admin',
      subcommand: 'community',
      options: { community: server },
    },
  });
  const text = renderConsole(shown, { width: 100, color: false });
  expect(text).toContain('Channels for public answers: #55, #56');
  expect(text).toContain('by discord:7');
  expect(JSON.stringify(renderSlack(shown))).toContain('#55, #56');
});

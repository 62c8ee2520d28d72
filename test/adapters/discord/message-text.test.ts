import { expect, test } from 'vitest';
import { world } from '../../support/discord/events.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import { createHearingBot } from '../../support/hearing-bot.ts';

/** Messages as Discord sends them (its OpenAPI document, MessageResponse), by what is not plain about them. */
const shapes: Readonly<Record<string, readonly [content: string, fields: object, heard: string]>> =
  {
    'a link with its card': [
      'look https://news.example/a',
      {
        embeds: [
          {
            type: 'article',
            url: 'https://news.example/a',
            title: 'Bulls hate red',
            description: 'The colour enrages them.',
            provider: { name: 'The Example' },
            author: { name: 'A. Reporter' },
          },
        ],
      },
      'look https://news.example/a\nBulls hate red\nThe colour enrages them.',
    ],
    'an app’s post of embeds': [
      '',
      {
        embeds: [
          {
            type: 'rich',
            title: '**Breaking**',
            description: 'Read [the report](https://news.example/r)',
            fields: [{ name: 'Place', value: 'Riverton', inline: true }],
            footer: { text: 'via newsbot' },
          },
        ],
      },
      'Breaking\nRead the report https://news.example/r\nPlace: Riverton',
    ],
    'a forwarded message': ['', forwarded({ content: 'Bats are blind.' }), 'Bats are blind.'],
    'a forwarded message of embeds': [
      '',
      forwarded({ content: '', embeds: [{ type: 'rich', description: 'Bats are blind.' }] }),
      'Bats are blind.',
    ],
    'a forwarded post of text components': [
      '',
      forwarded({ content: '', components: [{ type: 10, content: '# Bats are blind.' }] }),
      'Bats are blind.',
    ],
    'a poll': [
      '',
      {
        poll: {
          question: { text: 'Is the Earth flat?' },
          answers: [
            { answer_id: 1, poll_media: { text: 'Yes', emoji: { id: null, name: '🌍' } } },
            { answer_id: 2, poll_media: { text: 'No' } },
          ],
          expiry: '2026-11-23T12:00:00.000Z',
          allow_multiselect: false,
          layout_type: 1,
        },
      },
      'Is the Earth flat?\nYes\nNo',
    ],
    'what came of a poll': [
      '',
      {
        embeds: [
          {
            type: 'poll_result',
            fields: [
              { name: 'poll_question_text', value: 'Is the Earth flat?' },
              { name: 'victor_answer_votes', value: '3' },
              { name: 'total_votes', value: '5' },
              { name: 'victor_answer_id', value: '1' },
              { name: 'victor_answer_text', value: 'No' },
            ],
          },
        ],
      },
      'Is the Earth flat?\nNo',
    ],
    'an app’s post of components': [
      '',
      {
        flags: 1 << 15,
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: 'Bats are blind.' },
              {
                type: 9,
                components: [{ type: 10, content: '-# said on Monday' }],
                accessory: { type: 2, style: 5, label: 'Read more', url: 'https://news.example' },
              },
              { type: 14, divider: true, spacing: 1 },
            ],
          },
        ],
      },
      'Bats are blind.\nsaid on Monday',
    ],
    'struck-out words': ['Bats are ~~blind~~ shy, `a ~~b~~ c`', {}, 'Bats are   shy, `a ~~b~~ c`'],
    'tildes that strike nothing out': ['~5 bats and ~6 cats', {}, '~5 bats and ~6 cats'],
    'bold, spoilers, headings and quotes': [
      '# **Bats** are ||blind||\n> said __Ann__\n-# once',
      {},
      'Bats are blind\nsaid Ann\nonce',
    ],
    'marks within marks': ['||**Bats** are __blind__||', {}, 'Bats are blind'],
    'a time, and a link without its card': [
      'Bats are blind <t:1600000000:R> <https://news.example/a>',
      {},
      'Bats are blind   https://news.example/a',
    ],
    'a masked link': [
      '[Bats](https://news.example/bats_(blind)) are blind',
      {},
      'Bats https://news.example/bats_(blind) are blind',
    ],
    'an embed of a picture alone': [
      '',
      { embeds: [{ type: 'image', url: 'https://x.example/a.png' }] },
      '',
    ],
  };

function forwarded(message: object): object {
  const snapshot = {
    type: 0,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    ...message,
  };
  return {
    message_reference: { type: 1, channel_id: world.otherChannel, message_id: world.guild },
    message_snapshots: [{ message: snapshot }],
  };
}

test('every word of a message is read, however it is carried, and nothing that was not said', async () => {
  const { bot, heard } = await createHearingBot();
  const { discord } = await startBotOnDiscord({ bot });
  for (const [content, fields] of Object.values(shapes)) await discord.check(content, {}, fields);
  expect(Object.fromEntries(Object.keys(shapes).map((name, at) => [name, heard[at]]))).toEqual(
    Object.fromEntries(Object.entries(shapes).map(([name, [, , said]]) => [name, said])),
  );
});

test('a mention and a direct message are read with what was forwarded or linked', async () => {
  const { bot, heard } = await createHearingBot();
  const { discord } = await startBotOnDiscord({ bot });
  const card = { embeds: [{ type: 'rich', description: 'Bats are blind.' }] };
  const mention = discord.write(`<@${world.bot.id}> is this true?`, card);
  const direct = discord.write('', forwarded({ content: 'Bats are blind.' }), { where: 'direct' });
  for (const event of [mention, direct]) {
    discord.deliver(event);
    expect((await discord.answerTo(event)).text).toContain('False');
  }
  expect(heard).toEqual(['is this true?\nBats are blind.', 'Bats are blind.']);
});

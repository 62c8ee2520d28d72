import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHearingBot } from '../../support/hearing-bot.ts';
import { botUser } from '../../support/slack/slack-server.ts';
import { type RunningSlack, startSlack } from '../../support/slack/start-slack.ts';

let slack: RunningSlack;
let heard: readonly string[];
beforeEach(async () => {
  const hearing = await createHearingBot();
  heard = hearing.heard;
  slack = await startSlack({ bot: hearing.bot, transport: 'http' });
});
afterEach(() => slack.stop());

const text = (said: string, style = {}) => ({ type: 'text', text: said, style });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: object[]) => ({ type: 'rich_text', block_id: 'b1', elements });

/** Messages as Slack sends them (docs.slack.dev: events, attachments, Block Kit), by what is not plain about them. */
const shapes: Readonly<Record<string, readonly [message: object, heard: string]>> = {
  'typed words, with the same as a notification': [
    {
      text: '*Bats* are blind.',
      blocks: [rich(section(text('Bats', { bold: true }), text(' are blind.')))],
    },
    'Bats are blind.',
  ],
  'people, channels, emoji and links among them': [
    {
      text: 'ignored',
      blocks: [
        rich(
          section(
            { type: 'user', user_id: 'UANN' },
            text(' told '),
            { type: 'channel', channel_id: 'C1' },
            text(' & '),
            { type: 'broadcast', range: 'here' },
            { type: 'emoji', name: 'skull', unicode: '1f480' },
            { type: 'link', url: 'https://news.example/a?b=1&c=2' },
            text(' and '),
            { type: 'link', url: 'https://news.example/s', text: 'a story' },
          ),
        ),
      ],
    },
    '@UANN told #C1 & @here https://news.example/a?b=1&c=2 and a story https://news.example/s',
  ],
  'struck-out words': [
    {
      text: 'Bats are ~blind~ shy',
      blocks: [rich(section(text('Bats are '), text('blind', { strike: true }), text(' shy')))],
    },
    'Bats are   shy',
  ],
  'struck-out words where there are no blocks': [
    { text: 'Bats are ~blind~ shy, ~5 of <https://x.example/~ann/~a> `a ~b~`' },
    'Bats are   shy, ~5 of https://x.example/~ann/~a `a ~b~`',
  ],
  'nothing but struck-out words': [
    { text: '~Bats are blind~', blocks: [rich(section(text('Bats are blind', { strike: true })))] },
    '',
  ],
  'lists, quotes and code': [
    {
      text: '',
      blocks: [
        rich(
          section(text('They say:')),
          {
            type: 'rich_text_list',
            style: 'ordered',
            indent: 0,
            elements: [section(text('Bats are blind')), section(text('Bulls hate red'))],
          },
          { type: 'rich_text_quote', elements: [text('The Earth is flat')] },
          { type: 'rich_text_preformatted', elements: [text('1 < 2')] },
        ),
      ],
    },
    'They say:\nBats are blind\nBulls hate red\nThe Earth is flat\n1 < 2',
  ],
  'a forwarded message': [
    {
      text: '',
      attachments: [
        {
          is_share: true,
          is_msg_unfurl: true,
          author_name: 'Ann',
          channel_id: 'C9',
          from_url: 'https://t1.slack.com/archives/C9/p1',
          text: 'Bats are blind &amp; shy',
          message_blocks: [
            {
              team: 'T1',
              channel: 'C9',
              ts: '1.1',
              message: { blocks: [rich(section(text('Bats are blind & shy')))] },
            },
          ],
          fallback: '[July 5th, 2026 8:14 AM] ann: Bats are blind &amp; shy',
          footer: 'Posted in #general',
        },
      ],
    },
    'Bats are blind & shy',
  ],
  'a forwarded message as text alone, under a remark': [
    {
      text: 'look',
      attachments: [{ is_share: true, author_name: 'Ann', text: 'Bats are ~not~ blind' }],
    },
    'look\nBats are   blind',
  ],
  'a forwarded message that only its summary tells': [
    {
      text: '',
      attachments: [
        {
          is_share: true,
          fallback: '[July 5th, 2026 8:14 AM] ann: 1 &lt; 2',
          text: '[no preview available]',
        },
      ],
    },
    '1 < 2',
  ],
  'a forwarded message that forwards one': [
    {
      text: '',
      attachments: [
        {
          is_share: true,
          message_blocks: [
            {
              message: {
                text: 'see this',
                attachments: [{ is_share: true, text: 'Bats are blind' }],
              },
            },
          ],
        },
      ],
    },
    'see this\nBats are blind',
  ],
  'the card of a link': [
    {
      text: '<https://news.example/a>',
      attachments: [
        {
          from_url: 'https://news.example/a',
          service_name: 'The Example',
          title: 'Bulls hate red',
          title_link: 'https://news.example/a',
          text: 'The colour enrages them.',
          fallback: 'The Example: Bulls hate red',
          footer: 'today',
        },
      ],
    },
    'https://news.example/a\nBulls hate red\nThe colour enrages them.',
  ],
  'an app’s post of blocks': [
    {
      text: 'News for you',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Today & tomorrow' } },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: 'Bats are ~deaf~ blind' },
          fields: [{ type: 'mrkdwn', text: '*Place*\nRiverton' }],
          accessory: { type: 'button', text: { type: 'plain_text', text: 'Read' }, action_id: 'a' },
        },
        { type: 'divider' },
        {
          type: 'context',
          elements: [
            { type: 'image', image_url: 'x', alt_text: 'logo' },
            { type: 'mrkdwn', text: 'said on Monday' },
          ],
        },
        {
          type: 'actions',
          elements: [{ type: 'button', text: { type: 'plain_text', text: 'Share' } }],
        },
        { type: 'markdown', text: 'Bulls ~~love~~ hate red' },
      ],
    },
    'Today & tomorrow\nBats are   blind\n*Place*\nRiverton\nsaid on Monday\nBulls   hate red',
  ],
  'a post of a kind that came later': [
    {
      text: '',
      blocks: [
        {
          type: 'card',
          title: { type: 'mrkdwn', text: 'Bats' },
          body: { type: 'mrkdwn', text: 'They are blind' },
        },
        { type: 'plan', title: 'Next' },
        {
          type: 'table',
          rows: [
            [
              { type: 'raw_text', text: 'Bulls' },
              { type: 'rich_text', elements: [section(text('hate red'))] },
            ],
          ],
        },
      ],
    },
    'Bats\nThey are blind\nNext\nBulls\nhate red',
  ],
  'an old app’s post': [
    {
      text: '',
      attachments: [
        {
          pretext: 'New alert',
          title: 'Bats',
          text: 'They are blind',
          fields: [{ title: 'Place', value: 'Riverton', short: true }],
          actions: [{ type: 'button', text: 'Read' }],
          fallback: 'New alert',
        },
      ],
    },
    'New alert\nBats\nThey are blind\nPlace: Riverton',
  ],
  'blocks that say nothing that we can read': [
    { text: 'Bats are blind', blocks: [{ type: 'video', video_url: 'x' }, null, 7] },
    'Bats are blind',
  ],
  'fields of the wrong shape': [
    { text: 7, blocks: 'no', attachments: [null, { fields: [3], text: {} }] },
    '',
  ],
  'a file alone': [{ files: [{ id: 'F1', name: 'bats.png' }] }, ''],
};

test('every word of a message is read, however it is carried, and nothing that was not said', async () => {
  for (const [message] of Object.values(shapes)) await slack.checkMessage(message);
  expect(Object.fromEntries(Object.keys(shapes).map((name, at) => [name, heard[at]]))).toEqual(
    Object.fromEntries(Object.entries(shapes).map(([name, [, said]]) => [name, said])),
  );
});

test('a mention and a direct message are read with what was forwarded with them', async () => {
  const attachments = [{ is_share: true, text: 'Bats are blind.' }];
  const typed = [rich(section({ type: 'user', user_id: botUser.user_id }, text(' is this true?')))];
  const mention = await slack.mention('is this true?', { fields: { attachments, blocks: typed } });
  expect(mention.text).toContain('False');
  expect((await slack.directMessage('', { fields: { attachments } })).text).toContain('False');
  expect(heard).toEqual(['is this true?\nBats are blind.', 'Bats are blind.']);
});

test('a direct message with a picture is answered by its words', async () => {
  const fields = { subtype: 'file_share', files: [{ id: 'F1', name: 'bats.png' }] };
  const { text } = await slack.directMessage('Bats are blind.', { fields });
  expect(text).toContain('False');
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderConsole } from '../../src/adapters/console/render-console.ts';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import type { Bot } from '../../src/core/bot.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createTestBot } from '../support/test-bot.ts';
import { type Case, cases, inputToTyped } from './cases.ts';
import { discordToHtml } from './discord-html.ts';
import type { Scene, Screen } from './html.ts';
import { openCamera } from './screenshot.ts';
import { slackToHtml } from './slack-html.ts';
import { terminalColumns, terminalToHtml } from './terminal-html.ts';

const folder = join(import.meta.dirname, '../../docs/pictures');

interface Page {
  readonly name: string;
  readonly html: string;
}

/** `npm run pictures`, or only some: `npm run pictures -- match help`. Needs a Chromium. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'string', default: '/usr/bin/chromium' } },
  });
  const wanted = cases.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const { bot } = await createTestBot();
  const pages: Page[] = [];
  for (const aCase of wanted) pages.push(...(await caseToPages(bot, aCase)));

  await mkdir(folder, { recursive: true });
  const camera = await openCamera(values.browser);
  try {
    for (const { name, html } of pages) {
      const { png, firstLinkEnds, unknownParts } = await camera.take(html);
      await writeFile(join(folder, `${name}.png`), png);
      const notes = [
        `${Math.ceil(png.length / 1024)} KB`,
        ...(firstLinkEnds === undefined ? [] : [`first source ends at ${firstLinkEnds} px`]),
        ...(unknownParts > 0 ? [`${unknownParts} PARTS NOT DRAWN`] : []),
      ];
      console.log(`${name}.png: ${notes.join(', ')}`);
    }
  } finally {
    await camera.close();
  }
}

async function caseToPages(bot: Bot, { name, input, title, phone }: Case): Promise<Page[]> {
  const reply = await bot.answer({ platform: 'console', user: 'console:reader', input });
  if (!reply.title.includes(title)) {
    throw new Error(`${name}: expected “${title}”, but the bot says “${reply.title}”.`);
  }
  const sceneOn = (screen: Screen): Scene => ({
    typed: inputToTyped(input),
    slash: input.kind === 'command',
    ephemeral: reply.visibility === 'private',
    screen,
  });
  return [
    {
      name: `discord-${name}`,
      html: discordToHtml(sent(renderDiscord(reply)), sceneOn('desktop')),
    },
    { name: `slack-${name}`, html: slackToHtml(sent(renderSlack(reply)), sceneOn('desktop')) },
    { name: `terminal-${name}`, html: terminalToHtml(replyToOutput(reply), sceneOn('desktop')) },
    ...(phone
      ? [
          {
            name: `discord-phone-${name}`,
            html: discordToHtml(sent(renderDiscord(reply)), sceneOn('phone')),
          },
          {
            name: `slack-phone-${name}`,
            html: slackToHtml(sent(renderSlack(reply)), sceneOn('phone')),
          },
        ]
      : []),
  ];
}

/** Only what survives as JSON reaches a platform. */
function sent<Payload>(payload: Payload): Payload {
  return JSON.parse(JSON.stringify(payload));
}

function replyToOutput(reply: Reply): string {
  return renderConsole(reply, { width: terminalColumns, color: true });
}

await main();

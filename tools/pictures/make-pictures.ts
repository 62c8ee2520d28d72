import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderConsole } from '../../src/adapters/console/render-console.ts';
import { suggestChoices } from '../../src/adapters/discord/answer-autocomplete.ts';
import { formToModal } from '../../src/adapters/discord/form-to-modal.ts';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { sharedMessage } from '../../src/adapters/discord/share-answer.ts';
import { formToView } from '../../src/adapters/slack/form-to-view.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import { replyToHome } from '../../src/adapters/slack/reply-to-view.ts';
import { suggestActionId, suggestOptions } from '../../src/adapters/slack/suggest-options.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { ArgumentError, runProgram } from '../../src/program.ts';
import { type Case, cases, type Step, type Surface } from './cases.ts';
import { discordToHtml } from './discord-html.ts';
import { discordChoicesToHtml, discordModalToHtml } from './discord-modal-html.ts';
import type { Scene, Screen } from './html.ts';
import { playCase, type Shown } from './play-case.ts';
import { openCamera } from './screenshot.ts';
import { slackToHtml } from './slack-html.ts';
import { type Suggesting, slackHomeToHtml, slackModalToHtml } from './slack-view-html.ts';
import { stepsToScene, typedCommand } from './steps-to-scene.ts';
import { terminalColumns, terminalToHtml } from './terminal-html.ts';

const folder = join(import.meta.dirname, '../../docs/pictures');

interface Page {
  readonly name: string;
  readonly html: string;
}

const description = {
  command: 'npm run pictures',
  does: 'Draws the pictures in docs/pictures anew, through the bot and the renderers themselves. Needs a Chromium.',
  operand: {
    name: '[NAME …]',
    says: `Which of them. Without it: all. ${cases.map(({ name }) => name).join(', ')}`,
  },
  options: {
    browser: {
      type: 'string',
      default: '/usr/bin/chromium',
      value: 'FILE',
      says: 'The Chromium to run.',
    },
  },
  examples: [
    'npm run pictures',
    `npm run pictures -- ${cases
      .slice(0, 2)
      .map(({ name }) => name)
      .join(' ')}`,
  ],
  exitCodes: {
    0: 'They are drawn.',
    1: 'A reply is not what its picture is meant to show, or the browser failed.',
  },
} as const;

async function main(names: readonly string[], browser: string): Promise<void> {
  const unknown = names.find((name) => !cases.some((each) => each.name === name));
  if (unknown !== undefined) throw new ArgumentError(`There is no picture ${unknown}.`);
  const wanted = cases.filter(({ name }) => names.length === 0 || names.includes(name));
  const pages: Page[] = [];
  for (const aCase of wanted) pages.push(...(await caseToPages(aCase)));

  await mkdir(folder, { recursive: true });
  const camera = await openCamera(browser);
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

async function caseToPages(aCase: Case): Promise<Page[]> {
  const { name, title, on, phone = false } = aCase;
  const pages: Page[] = [];
  for (const surface of on) {
    const shown = await playCase(aCase, surface);
    const says = titleOf(shown);
    if (!says.includes(title))
      throw new Error(`${name}: expected “${title}”, but “${says}” is shown.`);
    const html = (screen: Screen): Promise<string> => toHtml[surface](shown, aCase, screen);
    pages.push({ name: `${surface}-${name}`, html: await html('desktop') });
    if (phone && surface !== 'terminal') {
      pages.push({ name: `${surface}-phone-${name}`, html: await html('phone') });
    }
  }
  return pages;
}

function titleOf(shown: Shown): string {
  return shown.kind === 'reply' || shown.kind === 'home' ? shown.reply.title : shown.form.title;
}

type ToHtml = (shown: Shown, aCase: Case, screen: Screen) => Promise<string>;

const toHtml: Readonly<Record<Surface, ToHtml>> = {
  async discord(shown, { steps }, screen) {
    const scene = sceneOf('discord', shown, steps, screen);
    switch (shown.kind) {
      case 'reply': {
        const { reply } = shown;
        const { sharedBy } = reply;
        return discordToHtml(
          sent(sharedBy ? sharedMessage(reply, sharedBy) : renderDiscord(reply)),
          scene,
        );
      }
      case 'form':
        return discordModalToHtml(sent(formToModal(shown.form, () => true)), scene);
      case 'suggestions': {
        const { bot, request } = shown;
        const choices = await suggestChoices(bot, request);
        return discordChoicesToHtml(sent(choices), request, scene);
      }
      case 'home':
        throw new Error('Discord has no home page.');
    }
  },
  async slack(shown, { steps }, screen) {
    const scene = sceneOf('slack', shown, steps, screen);
    switch (shown.kind) {
      case 'reply':
        return slackToHtml(sent(renderSlack(shown.reply)), scene);
      case 'form':
        return slackModalToHtml(sent(formToView(shown.form, '')), scene);
      case 'suggestions': {
        const { bot, request, form } = shown;
        const open = suggestActionId(request.suggest, false);
        const options = sent(await suggestOptions(bot, open, request));
        const suggesting: Suggesting = (actionId) =>
          actionId === open ? { typed: request.typed, options } : undefined;
        return slackModalToHtml(sent(formToView(form, '')), scene, suggesting);
      }
      case 'home':
        return slackHomeToHtml(sent(replyToHome(shown.reply)), scene);
    }
  },
  async terminal(shown, { steps }) {
    const [step] = steps.toReversed();
    if (shown.kind !== 'reply' || !step) throw new Error('A terminal has replies only.');
    const typed = step.do === 'mention' ? step.text : typedCommand('terminal', step);
    return terminalToHtml(replyToOutput(shown.reply), typed);
  },
};

function sceneOf(
  surface: 'discord' | 'slack',
  shown: Shown,
  steps: readonly Step[],
  screen: Screen,
): Scene {
  const isPrivate = shown.kind === 'reply' && shown.reply.visibility === 'private';
  return { ...stepsToScene(surface, steps), isPrivate, screen };
}

/** Only what survives as JSON reaches a platform. */
function sent<Payload>(payload: Payload): Payload {
  return JSON.parse(JSON.stringify(payload));
}

function replyToOutput(reply: Reply): string {
  return renderConsole(reply, { width: terminalColumns, color: true });
}

await runProgram(description, ({ positionals, values }) => main(positionals, values.browser));

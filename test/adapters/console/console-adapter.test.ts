import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import {
  type ConsoleOptions,
  createConsoleAdapter,
} from '../../../src/adapters/console/console-adapter.ts';
import { createTestBot } from '../../support/test-bot.ts';

/** What the terminal shows after these lines were piped in. */
async function chat(...lines: readonly string[]): Promise<string> {
  return chatWith({}, ...lines);
}

async function chatWith(
  options: Pick<ConsoleOptions, 'example'>,
  ...lines: readonly string[]
): Promise<string> {
  const { bot } = await createTestBot({ operators: ['console:local'] });
  const input = new PassThrough();
  const output = new PassThrough();
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  await new Promise<void>((onEnd) => {
    void createConsoleAdapter({
      ...options,
      bot,
      input,
      output,
      interactive: false,
      onEnd,
    }).start();
    input.end(lines.map((line) => `${line}\n`).join(''));
  });
  return shown.join('');
}

describe('the terminal chat', () => {
  test('says in two lines how to connect Discord and Slack', async () => {
    const text = await chat();
    expect(text).toMatch(
      /To connect Discord, set DISCORD_TOKEN.*\nTo connect Slack, set SLACK_BOT_TOKEN/,
    );
  });

  test('offers a question to try, where there is one', async () => {
    expect(await chatWith({ example: 'is it so?' })).toContain('\nFor example: is it so?\n\n');
    expect(await chat()).not.toContain('For example');
  });

  test('answers plain text and slash commands alike, in order', async () => {
    const text = await chat(
      'philly 562 homicides 2021',
      '/fact philly 562 homicides 2021',
      '/fact-help',
    );
    const [, first = '', second = '', third = ''] = text.split(/\n\n\n/);
    expect(first).toContain('krasner/philly-2021-562-homicides');
    expect(second.trim()).toBe(first.trim());
    expect(third).toContain('Ask me about a claim');
  });

  test('lets whoever sits at the terminal reload', async () => {
    expect(await chat('/fact-admin reload')).toContain('Claims reloaded');
  });

  test('names the commands when one is mistyped', async () => {
    expect(await chat('/fcat x')).toContain(
      'There is no command “fcat”. Commands: /fact, /fact-search',
    );
  });
});

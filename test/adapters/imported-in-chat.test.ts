import { cp, mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { renderConsole } from '../../src/adapters/console/render-console.ts';
import { answerTo } from '../support/answer-to.ts';
import { startBothChats } from '../support/start-both-chats.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createTestBot, says } from '../support/test-bot.ts';

const about =
  'name: coast\ntitle: Coast\nlanguage: en\nmaintainer: The Town Desk\nmethod: Imported.\nlicence: unknown\n' +
  'corrections: Write to the publisher.\nverdicts: {}\nclaims: feed.json\n';

test('a check out of a feed is told as its publisher’s on every surface', async () => {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/coast`);
  await writeFile(`${dir}/coast/pack.yaml`, about);
  await cp('docs/examples/feed.json', `${dir}/coast/feed.json`);
  const made = await createTestBot({ dataDir: dir });
  const { discord, slack } = await startBothChats(made, made.state);
  const question = 'was the lighthouse of Riverton sold to a hotel?';
  const terminal = renderConsole(await answerTo(made.bot, says(question)), {
    width: 200,
    color: false,
  });
  const said = [
    terminal,
    (await discord.slash('fact', { claim: question })).text,
    (await slack.slash('/fact', question)).text,
  ];
  for (const text of said) {
    expect(text).toContain('Coast Check: “Mostly false”');
    expect(text).toContain('Published 2 Mar 2025 by Coast Check, not re-checked here');
    expect(text).toContain('No, the lighthouse was not sold');
    expect(text).not.toContain('The Town Desk');
  }
});

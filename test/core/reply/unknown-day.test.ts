import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../src/core/bot/command-line.ts';
import { lookupToData } from '../../../src/core/claims/lookup-to-data.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { createTestBot } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

test('a check whose day nobody knows has no date on any surface', { timeout: 60_000 }, async () => {
  const dir = await temporaryFolder();
  await mkdir(`${dir}/town`);
  const about = 'name: town\ntitle: t\nlanguage: en\nmaintainer: m\nmethod: m\nlicence: l';
  await writeFile(
    `${dir}/town/pack.yaml`,
    `${about}\ncorrections: c\nverdicts: {}\nclaims: claims.csv\n`,
  );
  await writeFile(
    `${dir}/town/claims.csv`,
    'claim,rating,date,topics\nGulls read books.,False,soon,birds\nGulls read maps.,,,birds\n',
  );
  const { bot, library } = await createTestBot({ dataDir: dir, operators: ['console:me'] });
  const [{ ref } = { ref: '' }] = library.current.claims;
  const told: string[] = [];
  for (const line of [
    'fact gulls read books',
    'fact gulls read maps',
    `fact ${ref}`,
    'fact-search birds',
    `fact-history ${ref}`,
    'fact-history',
    `fact-admin verify ${ref}`,
    'fact-admin status',
    'fact-help',
  ]) {
    const [name = '', ...rest] = line.split(' ');
    const command = bot.commands.find((each) => each.name === name);
    if (!command) throw new Error(`no ${name}`);
    const input = parseCommandLine(command, rest.join(' '));
    for (const detail of ['short', 'full'] as const) {
      const reply = await answerTo(bot, { platform: 'console', user: 'console:me', detail, input });
      told.push(`${line}: ${replyToText(reply)}`);
    }
  }
  told.push(JSON.stringify(lookupToData(library.current.lookup('gulls read books'), testDay)));
  expect(told.join('\n\n')).toContain('no date');
  expect(told.filter((text) => text.includes('1970'))).toEqual([]);
});

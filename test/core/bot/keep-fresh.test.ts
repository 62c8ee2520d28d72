import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '../../../src/core/claims/calendar.ts';
import { botAt, hourMs, packAt, timeout } from '../../storage/feeds/bot-at.ts';
import { testNow } from '../../support/test-day.ts';

test('a check that is withdrawn on a day to come is so on that day, without a reload by anybody', {
  timeout,
}, async () => {
  const dir = await packAt('claims.csv');
  const later = addDays(dayOf(testNow), 2);
  const rows = `Gulls can read books.,False,${later}\nCods sing at night.,False,\n`;
  await writeFile(`${dir}/town/claims.csv`, `claim,rating,withdrawn\n${rows}`);
  const bot = await botAt('claims.csv', { dir });
  const before = await bot.ask('gulls can read books');
  await bot.elapse(24 * hourMs);
  expect(await bot.ask('gulls can read books')).toBe(before);
  const loads = bot.log.lines.length;
  await bot.elapse(24 * hourMs);
  const after = await bot.ask('gulls can read books');
  expect(after).not.toBe(before);
  expect(bot.log.lines.length).toBeGreaterThan(loads);
  const noted = bot.log.lines.length;
  await bot.elapse(hourMs);
  expect(bot.log.lines).toHaveLength(noted);
});

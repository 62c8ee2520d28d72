import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** All that may ask what time it is; everything else is told, so that a test has the same outcome on every day. */
const readers = [
  // The same dates as Bolt's own checks of requests and tokens, which can't be told the time.
  'src/adapters/slack/http-connection.ts',
  'src/adapters/slack/workspace-access.ts',
  // Keyv counts the age of what it keeps by this clock, too.
  'src/storage/state/store/sqlite-store.ts',
  'src/system-clock.ts',
  'test/support/program-clock.ts',
  'test/support/real-clock.ts',
];

const files = ['src', 'commands', 'test', 'tools'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

const filesWith = (pattern: RegExp): readonly string[] =>
  files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).sort();

test('only the edges read the real clock', () => {
  expect(filesWith(/\b\w*Date\.now\b|\bnew Date\(\)|(?<!new )\bDate\(\)/)).toEqual(readers);
});

test('no test stops the clock at the real time', () => {
  const holders = filesWith(/useFakeTimers\(/).filter((file) => file !== 'test/clock.test.ts');
  expect(holders).toEqual(['test/support/stop-date.ts']);
});

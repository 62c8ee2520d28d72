import { expect, test } from 'vitest';
import { createQuietChannels } from '../../../src/adapters/discord/quiet-channels.ts';

test('a channel that refused a message is left alone for ten minutes, and others are not', () => {
  let now = 0;
  const quiet = createQuietChannels(() => now);
  quiet.add('1');
  expect([quiet.has('1'), quiet.has('2')]).toEqual([true, false]);
  now = 10 * 60_000 - 1;
  expect(quiet.has('1')).toBe(true);
  now += 1;
  expect(quiet.has('1')).toBe(false);
});

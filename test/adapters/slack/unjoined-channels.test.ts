import { expect, test } from 'vitest';
import { createUnjoinedChannels } from '../../../src/adapters/slack/unjoined-channels.ts';

test('a channel that took no message is believed to be closed for ten minutes, and others are not', () => {
  let now = 0;
  const unjoined = createUnjoinedChannels(() => now);
  unjoined.add('C1');
  expect([unjoined.has('C1'), unjoined.has('C2')]).toEqual([true, false]);
  now = 10 * 60_000 - 1;
  expect(unjoined.has('C1')).toBe(true);
  now += 1;
  expect(unjoined.has('C1')).toBe(false);
});

import { expect, test } from 'vitest';
import { createCoolDown } from '../../../src/core/bot/cool-down.ts';

const minuteMs = 60_000;

function startCoolDown() {
  let passedMs = 0;
  const coolDown = createCoolDown(() => passedMs);
  return {
    ...coolDown,
    pass: (ms: number) => {
      passedMs += ms;
    },
  };
}

test('a claim that a channel was told is quiet there for five minutes, and not a moment longer', () => {
  const { note, has, pass } = startCoolDown();
  note('55', 'riverton/bridge');
  pass(5 * minuteMs - 1);
  expect(has('55', 'riverton/bridge')).toBe(true);
  pass(1);
  expect(has('55', 'riverton/bridge')).toBe(false);
});

test('another claim, and the same in another channel, are not quiet', () => {
  const { note, has } = startCoolDown();
  note('55', 'riverton/bridge');
  expect(has('55', 'riverton/tunnel')).toBe(false);
  expect(has('56', 'riverton/bridge')).toBe(false);
});

test('a claim that is told again is quiet from then on, however many are told beside it', () => {
  const { note, has, pass } = startCoolDown();
  note('55', 'riverton/bridge');
  pass(3 * minuteMs);
  note('55', 'riverton/tunnel');
  pass(2 * minuteMs);
  note('55', 'riverton/bridge');
  pass(3 * minuteMs);
  expect(has('55', 'riverton/bridge')).toBe(true);
  expect(has('55', 'riverton/tunnel')).toBe(false);
});

import { expect, test } from 'vitest';
import {
  fillReferences,
  idOn,
  type Reference,
  referenceMark,
} from '../../../src/core/reply/reference.ts';

const ada: Reference = { kind: 'user', key: 'slack:T1/U1' };
const harbour: Reference = { kind: 'channel', key: 'discord:55' };

test('each mark stands for the next reference, a channel without its platform', () => {
  const text = `${referenceMark} chose ${referenceMark}.`;
  expect(fillReferences(text, [ada, harbour])).toBe('slack:T1/U1 chose #55.');
  expect(fillReferences(text, [ada])).toBe(`slack:T1/U1 chose ${referenceMark}.`);
  expect(fillReferences('Nobody chose.', [ada])).toBe('Nobody chose.');
});

test('what is on another platform has no id on this one', () => {
  expect(idOn('discord', harbour)).toBe('55');
  expect(idOn('slack', harbour)).toBeUndefined();
});

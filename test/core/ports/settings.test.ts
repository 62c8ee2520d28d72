import { expect, test } from 'vitest';
import { settingsSchema } from '../../../src/core/ports/settings.ts';

test('settings kept before answers could be short are read, and answers are short', () => {
  const old = {
    packs: ['krasner'],
    answers: 'private',
    channels: null,
    mentions: false,
    strictness: 'strict',
    language: 'de',
  };
  expect(settingsSchema.parse(old)).toEqual({ ...old, detail: 'short' });
});

import { expect, test } from 'vitest';
import { presentElsewhere } from '../../../src/core/reply/present-elsewhere.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';

const said = (platform: 'console' | 'slack' | 'discord', locale: 'en' | 'de') =>
  replyToText({
    ...presentElsewhere(platform, textsFor(locale)),
    visibility: 'private',
    locale,
  });

test('the terminal has no menus to check a message from; elsewhere the entry is named as it is shown', () => {
  const nameIn = (text: string) => /[“„]([^“”„]+)[”“]/.exec(text)?.[1];
  expect(said('console', 'en')).not.toContain('menu');
  expect(said('discord', 'en')).toContain('in its menu');
  expect(nameIn(said('slack', 'de'))).toBe(nameIn(said('slack', 'en')));
  expect(nameIn(said('discord', 'de'))).not.toBe(nameIn(said('discord', 'en')));
});

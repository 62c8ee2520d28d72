import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/core/ports/settings.ts';
import { presentSettings } from '../../../src/core/reply/present-settings.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';

function said(before: Settings, after: Settings = before): string {
  const at = '2026-11-20T08:00:00.000Z';
  const changes = before === after ? [] : [{ at, by: 'discord:7' as const, before, after }];
  return replyToText({
    tone: 'neutral',
    title: 'Settings',
    blocks: presentSettings('discord:100', after, changes, textsFor('en')),
    visibility: 'private',
    locale: 'en',
  });
}

test('a community that changed nothing has no list of changes', () => {
  expect(said(defaultSettings)).not.toContain('Latest changes');
});

test('a change names the day, who made it, and what only it changed', () => {
  const text = said(defaultSettings, { ...defaultSettings, channels: ['55', '66'] });
  expect(text).toMatch(/Latest changes\n- 20 Nov 2026 by discord:7\n +[^\n]+: all → #55, #66$/);
});

test('one channel for another is a change', () => {
  const channels = (id: string): Settings => ({ ...defaultSettings, channels: [id] });
  expect(said(channels('55'), channels('66'))).toMatch(/: #55 → #66$/);
});

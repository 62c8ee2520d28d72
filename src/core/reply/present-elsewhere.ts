import type { Platform } from '../keys.ts';
import { type Texts, textsFor } from '../texts/texts.ts';
import type { Answer } from './reply.ts';

/** To who asks about a message that the bot can't see: how to show it. Never that nobody has checked it. */
export function presentElsewhere(platform: Platform, t: Texts): Answer {
  const text =
    platform === 'console'
      ? t('elsewhere.textAlone')
      : t('elsewhere.text', { check: checkLabel(platform, t) });
  return { tone: 'neutral', title: t('elsewhere.title'), blocks: [{ kind: 'text', text }] };
}

/** What the entry in the menu of a message is called: Slack shows everybody the name in the app's manifest. */
export function checkLabel(platform: Platform, t: Texts): string {
  return (platform === 'slack' ? textsFor('en') : t)('command.check');
}

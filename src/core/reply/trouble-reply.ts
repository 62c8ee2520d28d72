import type { MessageKey, Texts } from '../texts/texts.ts';
import type { Reply } from './reply.ts';

/** Tells the asker alone about something that only the adapter knows went wrong. */
export function troubleReply(key: MessageKey, t: Texts): Reply {
  return {
    visibility: 'private',
    locale: t.locale,
    tone: 'error',
    title: t('mistake.title'),
    blocks: [{ kind: 'text', text: t(key) }],
  };
}

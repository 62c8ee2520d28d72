import type { Reply } from '../../core/reply.ts';
import type { MessageKey, Texts } from '../../core/texts.ts';

/** What went wrong on Slack's side of an answer, for the asker only. */
export function troubleReply(key: MessageKey, t: Texts): Reply {
  return {
    visibility: 'private',
    locale: t.locale,
    tone: 'error',
    title: t('mistake.title'),
    blocks: [{ kind: 'text', text: t(key) }],
  };
}

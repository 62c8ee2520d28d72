import { z } from 'zod';
import type { Answer } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';

/** What operators are told of when it happens. `at`, ISO 8601: when the chat failed, or the bot started. */
export const noticeSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('failed'), chat: z.string(), at: z.string(), problem: z.string() }),
  z.object({ about: z.literal('back'), chat: z.string(), at: z.string() }),
  z.object({ about: z.literal('broken-packs'), at: z.string(), mistakes: z.number() }),
]);
export type Notice = z.infer<typeof noticeSchema>;

export function presentNotice(notice: Notice, t: Texts): Answer {
  switch (notice.about) {
    case 'failed': {
      const { chat, at, problem } = notice;
      const texts = [problem, t('notice.failedText', { at })];
      return answer(t('notice.failed', { chat }), texts, 'error');
    }
    case 'back': {
      const { chat, at } = notice;
      return answer(t('notice.back', { chat }), [t('notice.backText', { at })], 'neutral');
    }
    case 'broken-packs':
      return answer(
        t('notice.brokenPacks'),
        [t('admin.filesBroken', { mistakes: notice.mistakes })],
        'error',
      );
  }
}

function answer(title: string, texts: readonly string[], tone: Answer['tone']): Answer {
  return { tone, title, blocks: texts.map((text) => ({ kind: 'text', text })) };
}

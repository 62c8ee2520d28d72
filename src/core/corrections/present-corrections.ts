import { z } from 'zod';
import { formatPartialDate } from '../claims/calendar.ts';
import type { OutboxRecord } from '../ports/outbox.ts';
import type { Answer, ListItem } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';

/** What became of the corrections of standing answers, a page at a time. `next`: the page that follows, if there is one. */
export function presentCorrections(
  records: readonly OutboxRecord[],
  next: number | undefined,
  t: Texts,
): Answer {
  if (records.length === 0) {
    return { tone: 'neutral', title: t('admin.noCorrections'), blocks: [] };
  }
  return {
    tone: 'neutral',
    title: t('admin.corrections'),
    blocks: [
      {
        kind: 'list',
        ordered: false,
        items: records.map((record) => presentRecord(record, t)),
        omitted: 0,
      },
      ...(next === undefined
        ? []
        : [{ kind: 'note', text: t('admin.correctionsNext', { page: next }) } as const]),
    ],
  };
}

const states = {
  sent: 'outbox.sent',
  unsure: 'outbox.unsure',
  unneeded: 'outbox.unneeded',
} as const;

const whys = {
  later: 'notSent.later',
  unsure: 'notSent.unsure',
  gone: 'notSent.gone',
  'not-allowed': 'notSent.not-allowed',
} as const;

const dataSchema = z.object({ ref: z.string(), channel: z.string() });

function presentRecord(record: OutboxRecord, t: Texts): ListItem {
  const { data } = dataSchema.safeParse(record.data);
  const where = data ? `${data.ref} · ${data.channel}` : record.key;
  return { text: presentState(record, t), detail: where };
}

function presentState(
  { state, addedAt, changedAt, attempts, why }: OutboxRecord,
  t: Texts,
): string {
  const day = (instant: string): string => formatPartialDate(instant.slice(0, 10), t.locale);
  switch (state) {
    case 'waiting':
      return t('outbox.waiting', { day: day(addedAt), attempts });
    case 'failed':
      return t('outbox.failed', { why: t(whys[why ?? 'later']) });
    case 'sent':
    case 'unsure':
    case 'unneeded':
      return t(states[state], { day: day(changedAt) });
  }
}

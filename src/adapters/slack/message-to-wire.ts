import { z } from 'zod';
import { blocksToWire } from './blocks-to-wire.ts';
import { withoutStruck } from './slack-text.ts';

const words = z.string().catch('');
const list = z.array(z.unknown()).catch([]);

/** What a message may hold in words; apps post what they like, so that anything may be missing or of another shape. */
const messageSchema = z.object({ text: words, blocks: list, attachments: list });

const attachmentSchema = messageSchema.extend({
  pretext: words,
  title: words,
  fields: z
    .array(z.object({ title: words, value: words }).catch({ title: '', value: '' }))
    .catch([]),
  fallback: words,
  /** The blocks of a forwarded message, bare or each in a message of its own. */
  message_blocks: list,
});

type Attachment = z.infer<typeof attachmentSchema>;

/**
 * Every word that a message holds, in Slack's wire form, a line for each part: what its author wrote, what was forwarded
 * with it, and the cards of its links. Struck-out words, names of authors, footers and buttons are not said.
 * @param message As Slack sends it, in an event or with a shortcut.
 */
export function messageToWire(message: unknown): string {
  return messageLines(message, 0).join('\n');
}

/** A forwarded message can hold another one; deeper than this, nobody reads either. */
const deepestForward = 3;

function messageLines(message: unknown, depth: number): readonly string[] {
  const { data } = messageSchema.safeParse(message);
  if (!data || depth > deepestForward) return [];
  return [
    ...ownLines(data.blocks, data.text),
    ...data.attachments.flatMap((each) => attachmentLines(each, depth)),
  ];
}

/** Of what has blocks, the text is for notifications: all of it, its beginning, or a word about it. */
function ownLines(blocks: readonly unknown[], text: string): readonly string[] {
  const shown = blocksToWire(blocks);
  return shown.length > 0 ? shown : mrkdwnLines(text);
}

function attachmentLines(attachment: unknown, depth: number): readonly string[] {
  const { data } = attachmentSchema.safeParse(attachment);
  if (!data || depth > deepestForward) return [];
  const forwarded = forwardedLines(data, depth);
  const said = [
    ...mrkdwnLines(data.pretext),
    ...mrkdwnLines(data.title),
    ...(forwarded.length > 0 ? forwarded : ownLines(data.blocks, data.text)),
    ...data.fields.flatMap(({ title, value }) =>
      mrkdwnLines(title && value ? `${title}: ${value}` : title || value),
    ),
    ...data.attachments.flatMap((each) => attachmentLines(each, depth + 1)),
  ];
  return said.length > 0 ? said : fallbackLines(data.fallback);
}

function forwardedLines({ message_blocks: sent }: Attachment, depth: number): readonly string[] {
  return sent.flatMap((each) => {
    const bare = blocksToWire([each]);
    const { data } = wrapper.safeParse(each);
    return bare.length > 0 ? bare : messageLines(data?.message, depth + 1);
  });
}

const wrapper = z.object({ message: z.unknown().optional() });

function mrkdwnLines(text: string): readonly string[] {
  const said = withoutStruck(text).trim();
  return said === '' || placeholder.test(said) ? [] : [said];
}

/** "[July 5th, 2023 8:14 AM] ann: What was said", as Slack sums a message up for clients that show nothing else. */
function fallbackLines(fallback: string): readonly string[] {
  return mrkdwnLines(fallback.replace(/^\[[^\]\n]{1,60}\] ?[^:\n]{1,80}: /, ''));
}

/** What stands where a client cannot show the rest. */
const placeholder =
  /^(?:\[?no preview available\]?|this (?:message|content) (?:contains interactive elements|can['’]t be displayed)\.?)$/i;

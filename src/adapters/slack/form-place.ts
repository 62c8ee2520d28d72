import type { Form } from '../../core/reply/form.ts';

/** Where a form was opened, which comes back with it: a modal itself belongs to no channel. */
export interface FormPlace {
  /** Undefined on the home page: the answer is then shown in the modal. */
  readonly channel: string | undefined;
  readonly threadTs?: string | undefined;
  readonly responseUrl?: string | undefined;
}

interface FormMetadata {
  readonly place: FormPlace;
  /** Fields that must be filled in, in one of their two inputs, which Slack can't know. */
  readonly needed: readonly string[];
}

/** Far below the 3,000 characters that Slack keeps with a view: two ids, an address and some names. */
export function toMetadata({ fields }: Form, place: FormPlace): string {
  const needed = fields.filter(({ type, required }) => type === 'suggested' && required);
  const entries = Object.entries({
    channel: place.channel,
    thread: place.threadTs,
    respond: place.responseUrl,
    needed: needed.map(({ name }) => name).join(' '),
  });
  return new URLSearchParams(
    entries.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}

export function fromMetadata(metadata: string): FormMetadata {
  const kept = new URLSearchParams(metadata);
  return {
    place: {
      channel: kept.get('channel') ?? undefined,
      threadTs: kept.get('thread') ?? undefined,
      responseUrl: kept.get('respond') ?? undefined,
    },
    needed: kept.get('needed')?.split(' ') ?? [],
  };
}

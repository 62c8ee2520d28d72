import type { types } from '@slack/bolt';
import { cutText } from '../../core/texts/cut-text.ts';
import { toShowable } from './slack-text.ts';

/** Slack takes no more for an option's text (@slack/types, composition-objects). */
const optionTextLength = 75;

/** A text of the interface, cut to what Slack takes there; Slack refuses an empty one. */
export function plainText(text: string, maxLength: number): types.PlainTextElement {
  const shown = cutText(toShowable(text), maxLength);
  return { type: 'plain_text', text: shown.trim() === '' ? '–' : shown, emoji: false };
}

/** One choice of a select, of radio buttons or of suggestions. */
export function optionFor({
  label,
  value,
}: {
  readonly label: string;
  readonly value: string;
}): types.PlainTextOption {
  return { text: plainText(label, optionTextLength), value };
}

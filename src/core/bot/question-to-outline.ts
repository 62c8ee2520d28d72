import type { ClaimRef } from '../claims/claim.ts';
import { type Press, pressIdToText, textToPressId } from '../reply/press-id.ts';
import type { AnswerOutline } from './answer-outline.ts';
import type { Invocation } from './invocation.ts';
import { findingToKept } from './kept-finding.ts';
import type { Finding } from './look-up.ts';
import type { Question } from './question.ts';

/** Presses that change nothing but what is shown, and so may be answered twice. */
const repeatable: ReadonlySet<Press> = new Set([
  'more',
  'sources',
  'sources-page',
  'why',
  'share',
  'pick',
  'open',
  'page',
]);

/**
 * Undefined where the answer rests on words, or where making it again would do something again.
 * @param popular the claims that are told most in the community
 */
export function questionToOutline(
  question: Question,
  finding: Finding | undefined,
  delivery: AnswerOutline['delivery'],
  popular: readonly ClaimRef[],
): AnswerOutline | undefined {
  const input = wordlessInput(question, finding);
  if (!input) return undefined;
  return {
    who: toWho(question.invocation),
    input,
    finding: finding && findingToKept(finding, popular),
    delivery,
  };
}

function wordlessInput(
  { task }: Question,
  finding: Finding | undefined,
): AnswerOutline['input'] | undefined {
  if (task.kind === 'press') {
    const { id, value } = task.input;
    const pressed = textToPressId(id);
    if (!pressed || !repeatable.has(pressed.press)) return undefined;
    const { asked: _, ...wordless } = pressed;
    return { kind: 'press', id: pressIdToText(wordless), ...(value !== undefined && { value }) };
  }
  if (task.kind !== 'command' || !task.command.isRepeatable) return undefined;
  const { command, request } = task;
  const isText = (name: string): boolean =>
    command.options.find((option) => option.name === name)?.type === 'text';
  const given = Object.entries(request.options);
  // The words themselves are kept nowhere; what was found for them stands in their place.
  if (!finding && given.some(([name]) => isText(name))) return undefined;
  const options = Object.fromEntries(given.filter(([name]) => !isText(name)));
  return { kind: 'command', command: command.name, options };
}

function toWho({ event: _, input, ...who }: Invocation): AnswerOutline['who'] {
  // What communities choose is meant for their channels.
  const isDirectMessage = input.kind === 'text' && input.by === 'direct-message';
  return isDirectMessage ? { ...who, detail: who.detail ?? 'short' } : who;
}

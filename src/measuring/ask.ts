import { z } from 'zod';
import type { Matcher, Statement, Strictness } from '../matching/matcher.ts';

/** One line of the measuring port. */
const questionSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  /** Length of the ranking. */
  k: z.number().int().min(1).max(1000).default(10),
  exclude: z.array(z.coerce.string()).default([]),
});

/** Answers one JSON line with one JSON line; what is wrong with a line is said in `error`. */
export function answerLine(line: string, matcher: Matcher, strictness: Strictness): string {
  const question = questionSchema.safeParse(parse(line));
  if (!question.success) {
    return JSON.stringify({ id: null, error: z.prettifyError(question.error) });
  }
  const { id = null, text, k, exclude } = question.data;
  const { ranking, confidence, outcome, differences } = matcher.match(text, {
    limit: k,
    exclude: new Set(exclude),
    strictness,
  });
  return JSON.stringify({ id, ranking, confidence, outcome, differences });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Answers a line of plain text with a few lines for people. */
export function describeLine(
  line: string,
  matcher: Matcher,
  statements: ReadonlyMap<string, Statement>,
  strictness: Strictness,
): string {
  const { outcome, confidence, ranking, near, nothingToCheck, differences } = matcher.match(line, {
    strictness,
  });
  const sure = `${Math.round(100 * confidence)} %`;
  const label = nothingToCheck ? 'nothing to check' : outcome === 'none' ? 'no record' : outcome;
  const named = outcome === 'match' ? ranking.slice(0, 1) : ranking.slice(0, near);
  return [
    `${label.padEnd(16)} ${sure.padStart(5)}  ${line}`,
    ...named.map(({ id }) => `${' '.repeat(24)}→ ${id}: ${statements.get(id)?.text ?? ''}`),
    ...(outcome === 'match' ? differences : []).map(
      ({ kind, asked, checked }) =>
        `${' '.repeat(24)}≠ ${kind}: “${asked || '–'}”, checked: “${checked || '–'}”`,
    ),
  ].join('\n');
}

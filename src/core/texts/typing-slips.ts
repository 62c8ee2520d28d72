import { countEdits } from './count-edits.ts';

/**
 * Whether two texts say the same but for slips of the keyboard, punctuation and capitals. A slip is one letter in a long
 * word; never the first one, which makes "legal" of "illegal", and never in a name or number.
 */
export function differBySlipsOnly(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  return (
    words.length === others.length && words.every((word, at) => isSlip(word, others[at] ?? ''))
  );
}

/** In a shorter word one letter makes another word: "now" and "not". */
const longWord = 5;

function isSlip(one: string, other: string): boolean {
  const [plain, otherPlain] = [one.toLowerCase(), other.toLowerCase()];
  if (plain === otherPlain) return true;
  const isPlainWord = [one, other].every((word) => /^\p{Ll}+$/u.test(word));
  return (
    isPlainWord &&
    Math.min(one.length, other.length) >= longWord &&
    one[0] === other[0] &&
    countEdits(one, other) <= 1
  );
}

/** Without the marks around and in them, but for those that make a number: "1.45" and "145" are two. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .map((word) =>
      /\d/.test(word) ? word.replace(/[.,;:!?]+$/, '') : word.replace(/[^\p{L}\p{M}]/gu, ''),
    )
    .filter(Boolean);
}

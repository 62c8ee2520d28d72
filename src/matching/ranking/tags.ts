import { unknownTerm, type Vocabulary } from '../index/vocabulary.ts';
import { stopWords } from '../text/stop-words.ts';
import type { Word } from '../text/text.ts';

/**
 * Takes hashtags and handles apart into words: by their capitals (`#BlackLivesMatter`, `@realDonaldTrump`), and where
 * there are none, into words that statements use (`#stopthesteal`).
 */
export function splitTags(
  words: readonly Word[],
  text: string,
  vocabulary: Vocabulary,
): readonly Word[] {
  if (!/[#@]|\p{Ll}\p{Lu}/u.test(text)) return words;
  const split = new Map<string, readonly string[]>();
  return words.flatMap((word) => {
    const mark = text[word.start - 1];
    if (mark !== '#' && mark !== '@' && !isRunTogether(word, vocabulary)) return [word];
    if (split.size >= mostTags && !split.has(word.written)) return [word];
    const parts = split.get(word.written) ?? takeApart(word.written, vocabulary);
    split.set(word.written, parts);
    return parts.map((part) => ({ ...word, written: part, folded: part }));
  });
}

/** A tag that lost its mark: `SethRich`, but not `YouTube`, which statements have, nor `McKay`. */
function isRunTogether({ written, folded }: Word, vocabulary: Vocabulary): boolean {
  return (
    written !== folded &&
    /^\p{L}\p{Ll}{2,}(?:\p{Lu}\p{Ll}{2,})+$/u.test(written) &&
    vocabulary.termOf(folded) === unknownTerm
  );
}

/** Different tags that are taken apart: no network takes more than 30 under one post. */
const mostTags = 40;

function takeApart(written: string, vocabulary: Vocabulary): readonly string[] {
  const pieces = written.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Nd}+|\p{Lo}+/gu) ?? [];
  return pieces.flatMap((piece) => {
    const folded = piece.toLowerCase();
    return vocabulary.termOf(folded) === unknownTerm ? splitJoined(folded, vocabulary) : [folded];
  });
}

const shortestJoined = 6;
const longestJoined = 30;
const shortestPiece = 3;

/** The fewest known words that make up the whole, or the whole itself. */
function splitJoined(joined: string, vocabulary: Vocabulary): readonly string[] {
  if (joined.length < shortestJoined || joined.length > longestJoined) return [joined];
  /** For each place the fewest words that end there, and where the last of them starts. */
  const fewest = [0];
  const lastStart = [0];
  for (let end = 1; end <= joined.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const count = (fewest[start] ?? Number.POSITIVE_INFINITY) + 1;
      if (count >= (fewest[end] ?? Number.POSITIVE_INFINITY)) continue;
      if (!isPiece(joined.slice(start, end), vocabulary)) continue;
      fewest[end] = count;
      lastStart[end] = start;
    }
  }
  if (fewest[joined.length] === undefined) return [joined];
  const pieces: string[] = [];
  for (let end = joined.length; end > 0; end = lastStart[end] ?? 0) {
    pieces.unshift(joined.slice(lastStart[end] ?? 0, end));
  }
  return pieces;
}

function isPiece(piece: string, vocabulary: Vocabulary): boolean {
  if (piece.length < shortestPiece) return !vocabulary.has(piece) && stopWords.has(piece);
  return vocabulary.has(piece) || stopWords.has(piece);
}

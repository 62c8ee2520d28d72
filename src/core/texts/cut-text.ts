const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** In UTF-16 units. What takes more is no character, but marks heaped on one. */
const longestCharacter = 100;

/**
 * Cuts a text to at most `max` UTF-16 units, the last being `…`: at a space where one is near, and never inside
 * what a reader sees as one character (a surrogate pair, a letter with its marks, a joined emoji).
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const room = max - 1;
  const space = text.lastIndexOf(' ', room);
  const end = space > room * 0.8 ? space : characterAt(text, room);
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Where the character begins that a place of the text lies in. Only what is near is read: all of a text takes long. */
function characterAt(text: string, place: number): number {
  const near = Math.max(0, place - longestCharacter);
  // Two letters make a flag; which two, only the beginning of the row tells.
  const from = /[\u{1F1E6}-\u{1F1FF}]/u.test(text.slice(near, place)) ? 0 : near;
  const read = text.slice(from, place + longestCharacter);
  return from + (graphemes.segment(read).containing(place - from)?.index ?? 0);
}

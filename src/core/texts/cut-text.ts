const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text to at most `max` UTF-16 units, the last being `…`: at a space where one is near, and never inside
 * what a reader sees as one character (a surrogate pair, a letter with its marks, a joined emoji).
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const room = max - 1;
  const space = text.lastIndexOf(' ', room);
  const end = space > room * 0.8 ? space : (graphemes.segment(text).containing(room)?.index ?? 0);
  return `${text.slice(0, end).trimEnd()}…`;
}

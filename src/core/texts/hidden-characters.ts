/**
 * Characters that steer whatever shows a text instead of being read: control codes, and the codes that turn the order of
 * letters around, with which a text can look other than it is. Line breaks and tabs are told apart by whoever asks.
 */
const hidden = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]/gu;
const hiddenInLine = new RegExp(`(?!\\n)${hidden.source}`, hidden.flags);

const names: Readonly<Record<string, string>> = {
  '\t': 'a tab',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\uFEFF': 'a byte order mark',
};

export interface HiddenCharacter {
  /** Where in the text, in UTF-16 units. */
  readonly index: number;
  /** As a sentence names it: `a control character (U+001B)`. */
  readonly name: string;
}

/** The first hidden character of a text, if there is one. Those in `allowed` may stand. */
export function hiddenCharacterIn(text: string, allowed: string): HiddenCharacter | undefined {
  for (const { 0: character, index } of text.matchAll(hidden)) {
    if (!allowed.includes(character)) return { index, name: nameOf(character) };
  }
  return undefined;
}

/** A text without what steers whatever shows it: line breaks stay, tabs become spaces. */
export function withoutHidden(text: string): string {
  return text.replaceAll('\t', ' ').replace(hiddenInLine, '');
}

/** JSON that says the same with each hidden character as its escape; the line breaks between values stay. */
export function escapeHidden(json: string): string {
  return json.replace(hidden, (character) =>
    character === '\n' ? character : `\\u${codeOf(character).toLowerCase()}`,
  );
}

function nameOf(character: string): string {
  const point = `U+${codeOf(character)}`;
  const named = names[character];
  if (named) return `${named} (${point})`;
  if (/\p{Cs}/u.test(character)) return `half a character (${point})`;
  return /\p{Cc}/u.test(character)
    ? `a control character (${point})`
    : `a character that turns the order of letters around (${point})`;
}

/** Four digits: none of them lies beyond the first plane. */
function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

// How Discord's clients read markdown, as far as a bot's text can meet it: what is shown, and what came alive.

export interface ShownText {
  /** What the reader sees; a link's address stands behind its text in angle brackets. */
  readonly text: string;
  /** The kinds of markup that came alive, in order: 'mention', 'link', 'bold', … */
  readonly markup: readonly string[];
}

type Rule = readonly [
  kind: string,
  pattern: RegExp,
  show: (match: RegExpExecArray, inner: Reader) => string,
];
type Reader = (text: string) => string;

const asIs = (match: RegExpExecArray): string => match[0];
const inside = (match: RegExpExecArray, inner: Reader): string => inner(match[1] ?? '');

// The order is Discord's; each pattern is tried where the text before it ends.
const inline: readonly Rule[] = [
  ['escape', /^\\([^0-9A-Za-z\s])/, (match) => match[1] ?? ''],
  ['mention', /^<(?:@[!&]?|#)\d+>/, asIs],
  ['mention', /^@(?:everyone|here)/, asIs],
  ['command', /^<\/[^:>]+:\d+>/, asIs],
  ['emoji', /^<a?:\w+:\d+>/, asIs],
  ['emoji', /^:[^\s:]+:/, asIs],
  ['timestamp', /^<t:-?\d+(?::[tTdDfFR])?>/, asIs],
  ['guild', /^<id:[\w-]+>/, asIs],
  ['link', /^<((?:https?|mailto|tel|discord):[^\s>]+)>/, (match) => `<${match[1]}>`],
  ['link', /^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:; "'\]\s]/, asIs],
  [
    'link',
    /^\[((?:\\.|[^[\]\\])+)\]\(\s*<?([^\s<>()]+)>?\s*\)/,
    (match, inner) => `${inner(match[1] ?? '')} <${match[2]}>`,
  ],
  ['code', /^(`+)([\s\S]*?[^`])\1(?!`)/, (match) => match[2] ?? ''],
  ['bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, inside],
  ['underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, inside],
  ['italic', /^\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/, inside],
  ['italic', /^_((?:\\[\s\S]|[^\\_])+?)_(?!\w)/, inside],
  ['strikethrough', /^~~((?:\\[\s\S]|[^\\])+?)~~/, inside],
  ['spoiler', /^\|\|([\s\S]+?)\|\|/, inside],
];

const lineStarts: readonly Rule[] = [
  ['quote', /^ *>>> ?(.*)/, inside],
  ['quote', /^ *> (.*)/, (match, inner) => `| ${inner(match[1] ?? '')}`],
  ['heading', /^ *#{1,3} +(.*)/, inside],
  ['subtext', /^ *-# +(.*)/, inside],
  ['list', /^( *(?:[-*]|\d+\.) +)(.*)/, (match, inner) => `${match[1]}${inner(match[2] ?? '')}`],
];

export function showDiscordText(markdown: string): ShownText {
  const markup: string[] = [];
  const readLine = (line: string): string => {
    for (const [kind, pattern, show] of lineStarts) {
      const match = pattern.exec(line);
      if (match) {
        markup.push(kind);
        return show(match, readLine);
      }
    }
    return readInline(line, markup);
  };
  return { text: markdown.split('\n').map(readLine).join('\n'), markup };
}

function readInline(text: string, markup: string[]): string {
  let shown = '';
  let rest = text;
  while (rest) {
    const found = firstMatch(rest);
    if (found) {
      const [kind, , show] = found.rule;
      if (kind !== 'escape') markup.push(kind);
      shown += show(found.match, (inner) => readInline(inner, markup));
      rest = rest.slice(found.match[0].length);
    } else {
      // A word is read whole, so that nothing begins in its middle.
      const plain = /^(?:[0-9A-Za-z]+|[\s\S])/u.exec(rest)?.[0] ?? rest;
      shown += plain;
      rest = rest.slice(plain.length);
    }
  }
  return shown;
}

function firstMatch(text: string): { rule: Rule; match: RegExpExecArray } | undefined {
  for (const rule of inline) {
    const match = rule[1].exec(text);
    if (match) return { rule, match };
  }
  return undefined;
}

import { emojiToHtml, escapeHtml, nameOf } from './html.ts';

/** Discord's markdown as its client shows it: an escape that is missing shows here as it would there. */
export function discordMarkdownToHtml(markdown: string): string {
  const parts: string[] = [];
  const lines = markdown.split('\n');
  while (lines.length > 0) {
    const rule = blockRules.find(({ line }) => line.test(lines[0] ?? ''));
    if (!rule) {
      parts.push(`<div class="line">${inlineToHtml(lines.shift() ?? '')}</div>`);
      continue;
    }
    const end = lines.findIndex((line) => !rule.line.test(line) && !rule.goesOn?.test(line));
    const taken = lines.splice(0, rule.groups ? (end === -1 ? lines.length : end) : 1);
    parts.push(rule.toHtml(joinLines(taken, rule).map((line) => line.match(rule.line) ?? [])));
  }
  return parts.join('');
}

function joinLines(lines: readonly string[], { line: begins }: BlockRule): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    if (begins.test(line)) joined.push(line);
    else joined.push(`${joined.pop() ?? ''}\n${line.trimStart()}`);
  }
  return joined;
}

interface BlockRule {
  readonly line: RegExp;
  /** Whether neighbouring lines of the kind make one block. */
  readonly groups: boolean;
  /** A line that belongs to the one before it. */
  readonly goesOn?: RegExp;
  readonly toHtml: (lines: readonly (readonly string[])[]) => string;
}

const blockRules: readonly BlockRule[] = [
  {
    line: /^> (.*)$/,
    groups: true,
    toHtml: (lines) =>
      `<blockquote>${lines.map(([, text = '']) => `<div class="line">${inlineToHtml(text)}</div>`).join('')}</blockquote>`,
  },
  {
    line: /^\s*[-*] (.*)$/s,
    groups: true,
    goesOn: /^ {2,}\S/,
    toHtml: (lines) => `<ul>${lines.map(([, text = '']) => item(text)).join('')}</ul>`,
  },
  {
    line: /^\s*(\d+)\. (.*)$/s,
    groups: true,
    goesOn: /^ {2,}\S/,
    toHtml: (lines) =>
      `<ol start="${lines[0]?.[1] ?? 1}">${lines.map(([, , text = '']) => item(text)).join('')}</ol>`,
  },
  {
    line: /^(#{1,3}) (.*)$/,
    groups: false,
    toHtml: ([line]) => {
      const [, marks = '', text = ''] = line ?? [];
      return `<h${marks.length}>${inlineToHtml(text)}</h${marks.length}>`;
    },
  },
  {
    line: /^-# (.*)$/,
    groups: false,
    toHtml: ([line]) => `<small>${inlineToHtml(line?.[1] ?? '')}</small>`,
  },
];

function item(text: string): string {
  return `<li>${inlineToHtml(text)}</li>`;
}

interface InlineRule {
  readonly pattern: RegExp;
  readonly toHtml: (inner: string, second: string) => string;
}

/** Tried in order at every position; the first group is what stands inside the marks. */
const inlineRules: readonly InlineRule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/y, toHtml: (character) => textToHtml(character) },
  { pattern: /``?([^`]+)``?/y, toHtml: (code) => `<code>${escapeHtml(code)}</code>` },
  { pattern: styled('\\*\\*'), toHtml: (inner) => `<strong>${inlineToHtml(inner)}</strong>` },
  { pattern: styled('__'), toHtml: (inner) => `<u>${inlineToHtml(inner)}</u>` },
  { pattern: styled('~~'), toHtml: (inner) => `<s>${inlineToHtml(inner)}</s>` },
  {
    pattern: styled('\\|\\|'),
    toHtml: (inner) => `<span class="spoiler">${inlineToHtml(inner)}</span>`,
  },
  { pattern: styled('\\*'), toHtml: (inner) => `<em>${inlineToHtml(inner)}</em>` },
  { pattern: styled('_'), toHtml: (inner) => `<em>${inlineToHtml(inner)}</em>` },
  {
    pattern: /\[((?:\\.|[^\\\]])+)\]\(<?(https?:[^\s<>)]+)>?\)/y,
    toHtml: (label, url) => link(inlineToHtml(label), url),
  },
  { pattern: /<(https?:[^\s<>]+)>/y, toHtml: (url) => link(escapeHtml(url), url) },
  { pattern: /(https?:\/\/[^\s<]+)/y, toHtml: (url) => link(escapeHtml(url), url) },
  {
    pattern: /<@!?(\d+)>/y,
    toHtml: (id) => `<span class="mention">@${escapeHtml(nameOf(id))}</span>`,
  },
  {
    pattern: /<#(\d+)>/y,
    toHtml: (id) => `<span class="mention">#${escapeHtml(nameOf(id))}</span>`,
  },
  {
    pattern: /<?(@everyone|@here|@[!&]?\d+|#\d+|\/[\w -]+:\d+|t:\d+(?::\w)?|a?:\w+:\d+)>?/y,
    toHtml: (mention) => `<span class="mention">${escapeHtml(mention)}</span>`,
  },
];

function styled(mark: string): RegExp {
  return new RegExp(`${mark}((?:\\\\[^]|[^\\\\])+?)${mark}`, 'y');
}

export function inlineToHtml(markdown: string): string {
  let html = '';
  let plain = '';
  for (let at = 0; at < markdown.length; ) {
    const found = matchAt(markdown, at);
    if (found) {
      html += textToHtml(plain) + found.html;
      plain = '';
      at = found.end;
    } else {
      plain += markdown.charAt(at);
      at += 1;
    }
  }
  return html + textToHtml(plain);
}

function matchAt(markdown: string, at: number): { html: string; end: number } | undefined {
  for (const { pattern, toHtml } of inlineRules) {
    pattern.lastIndex = at;
    const match = pattern.exec(markdown);
    if (match) {
      const [whole, inner = '', second = ''] = match;
      return { html: toHtml(inner, second), end: at + whole.length };
    }
  }
  return undefined;
}

function textToHtml(text: string): string {
  return emojiToHtml(escapeHtml(text));
}

function link(label: string, url: string): string {
  return `<a href="${escapeHtml(url)}">${label}</a>`;
}

import { hiddenCharacterIn } from '../../core/texts/hidden-characters.ts';
import type { TextMistake } from './position.ts';

/** A slip that can be seen in a line before anybody knows what the line means. */
interface LineTrap {
  /** Finds the slip; the group, where there is one, is what stands before it. */
  readonly pattern: RegExp;
  readonly message: string;
}

const lineTraps: readonly LineTrap[] = [
  {
    pattern: /^(\s*)(?:<{7}|>{7}|\|{7})(?=\s|$)/,
    message: 'a merge conflict was left here: keep one of the two sides, and remove the marks',
  },
  {
    pattern: /^( *(?:- *)*)\t+(?=\S)/,
    message: 'the line is indented with a tab: use spaces',
  },
  {
    // Where YAML wants a space: before a field, after a dash, or after a field's colon.
    pattern: /^( *(?:- *)*(?:[A-Za-z]+:)? *)[\u00A0\u2007\u202F]/,
    message: 'a no-break space stands where a space belongs: replace it by a space',
  },
  {
    // At the beginning of a line it is how a Chinese paragraph begins.
    pattern: /^( *(?:- *)*(?:-|[A-Za-z]+:) *)\u3000/,
    message: 'a wide space stands where a space belongs: replace it by a space',
  },
];

/**
 * What makes a parser's messages, and a reviewer's reading, worthless: the first of each kind. A file that holds any is
 * not parsed.
 */
export function textTraps(source: string): readonly TextMistake[] {
  const lines = source.split('\n');
  return [
    ...hiddenCharacters(source),
    ...lineTraps.flatMap(({ pattern, message }) => {
      const index = lines.findIndex((line) => pattern.test(line));
      const before = lines[index]?.match(pattern)?.[1] ?? '';
      return index < 0 ? [] : [{ line: index + 1, column: before.length + 1, message }];
    }),
  ];
}

function hiddenCharacters(source: string): readonly TextMistake[] {
  const found = hiddenCharacterIn(source, '\n\r\t');
  if (!found) return [];
  const before = source.slice(0, found.index).split('\n');
  return [
    {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      message: `${found.name} stands here, which nobody sees: remove it`,
    },
  ];
}

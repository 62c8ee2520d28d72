import type { ErrorCode } from 'yaml';

/**
 * Says a parser's error for people who don't know YAML's terms. It quotes nothing of the file: what is no YAML may be
 * anything.
 * @param line the line of the file that the error points to
 */
export function yamlSentence(code: ErrorCode, parserMessage: string, line: string): string {
  return (
    sentences[code] ??
    slips.find(({ says }) => says.test(parserMessage))?.sentence ??
    beginnings.find(({ value }) => value.test(valueIn(line)))?.sentence ??
    later[code] ??
    'this is no YAML: put the text in quotes, or correct the indentation'
  );
}

/** What stands in a line after its dashes and its field's name. */
function valueIn(line: string): string {
  return line.replace(/^ *(?:- +)*(?:[A-Za-z]+: +)?/, '');
}

type Sentences = Readonly<Partial<Record<ErrorCode, string>>>;

/** Errors that mean one thing whatever the line looks like. */
const sentences: Sentences = {
  MULTIPLE_DOCS:
    'a second document starts here: remove the line "---", one file holds one document',
  TAB_AS_INDENT: 'the line is indented with a tab: use spaces',
  BAD_DQ_ESCAPE:
    'a backslash in double quotes starts an escape, and this is none: write \\\\ for a backslash, or use single quotes',
  RESOURCE_EXHAUSTION: 'values are nested too deep here: a claim has three levels',
  BAD_DIRECTIVE: 'a line that begins with "%" is a directive of YAML: remove it',
};

/** Errors that the parser's own message tells apart. */
const slips: readonly { readonly says: RegExp; readonly sentence: string }[] = [
  {
    says: /^Missing closing/,
    sentence: 'a quotation mark is opened and never closed: close it where the text ends',
  },
  {
    says: /end with a [\]}]/,
    sentence:
      'a "[" or "{" above is never closed: close it, or put the text that begins with it in quotes',
  },
];

/** What a text begins with that YAML takes for something else. */
const beginnings: readonly { readonly value: RegExp; readonly sentence: string }[] = [
  {
    value: /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*\S/,
    sentence:
      'the text goes on after its closing quotation mark: put the whole text in quotes, and double each quotation mark in it that is of their kind',
  },
  {
    value: /^[[{]/,
    sentence: 'a text that begins with "[" or "{" is read as a list or as fields: put it in quotes',
  },
  {
    value: /^!/,
    sentence: 'a value that starts with "!" is a YAML tag: put the value in quotes',
  },
  {
    value: /^[@`%|>&*?,\]}]/,
    sentence: 'a text can’t begin with this sign: put the text in quotes',
  },
];

/** What remains, where the line tells nothing. */
const later: Sentences = {
  TAG_RESOLVE_FAILED: 'a value that starts with "!" is a YAML tag: put the value in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a colon and a space inside a value start a new field: put the value in quotes',
  BAD_INDENT: 'the indentation does not fit the lines above: use as many spaces as they do',
  MULTILINE_IMPLICIT_KEY:
    'the line is neither a field nor a part of the text above: indent it like that text, or put the text in quotes',
  MISSING_CHAR:
    'something is missing here, often a colon after a field’s name: add it, or put the text in quotes',
};

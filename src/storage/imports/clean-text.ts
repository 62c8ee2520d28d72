import { decode } from 'html-entities';
import { withoutHidden } from '../../core/texts/hidden-characters.ts';

/** Marks that take no room, by which one text looks like another and is not. */
const zeroWidth = /[\u00AD\u200B\u2060\u180E]/g;

/** Tags that part no words. */
const insideWords = /<\/?(?:a|b|em|i|mark|s|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?>/gi;

/** Pairs that people put around a claim; inside it none of its kind may stand. */
const quotationMarks = ['""', '““', '“”', '„“', '„”', '«»', '»«', "''", '‘’', '「」', '『』'];

/** Words of ASCII with a blank between them, without what entities and tags begin with: nothing is to be cleaned there. */
const plainText = /^[!-%'-;=?-~]+(?: [!-%'-;=?-~]+)*$/;

/** What programs write where there is nothing. */
const nothing = /^(?:empty|\(?blank\)?|nan|null|none|undefined|#?n\/a|[-–—.]+)$/i;

/**
 * What a text says, without what a web page or a spreadsheet left in it: entities (also of entities), tags, marks that
 * nobody sees, line ends, blanks. Empty where nothing is left.
 */
export function cleanText(text: string): string {
  if (plainText.test(text)) return nothing.test(text) ? '' : text;
  const decoded = decode(decode(text));
  const clean = withoutHidden(
    decoded
      .normalize('NFC')
      .replace(insideWords, '')
      .replace(/<\/?[a-z][^<>]{0,500}>/gi, ' ')
      .replace(zeroWidth, '')
      .replace(/[\r\n\u2028\u2029\u0085]/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();
  return nothing.test(clean) ? '' : clean;
}

/** What some publishers write before each claim, and is no part of it. */
const claimHeading =
  /^(?:(?:the )?(?:claim|statement)|(?:die )?behauptung|aussage|(?:la )?afirmación|declaración|(?:l['’])?affirmation|déclaration|(?:a )?(?:afirmação|alegação)|说法|說法|声明|聲明)\s?[:：]\s*(?=\S)/iu;

/** The same without "Claim:" before it, and without quotation marks around all of it. */
export function cleanStatement(text: string): string {
  const clean = cleanText(text).replace(claimHeading, '');
  const pair = quotationMarks.find((marks) => isAround(clean, marks));
  return pair ? clean.slice(1, -1).trim() : clean;
}

function isAround(text: string, [open = '', close = '']: string): boolean {
  if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) return false;
  const inside = text.slice(1, -1);
  return !inside.includes(open) && !inside.includes(close);
}

/** The beginning of a text that ends with a whole word, and a mark that it goes on. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > maxLength / 2 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}

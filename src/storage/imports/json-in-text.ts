import { parseLoosely } from './loose-json.ts';

/**
 * The JSON in a text that names a check: the text itself, or the scripts of a web page that hold linked data. Undefined stands for what is
 * broken.
 */
export function jsonInText(text: string): readonly unknown[] {
  const values = /^\s*[[{]/.test(text) ? [text] : linkedDataOf(text).map(({ json }) => json);
  return values.filter((json) => json.includes('ClaimReview')).map(parseLoosely);
}

/** A script of a page. */
interface LinkedData {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly json: string;
}

/** The texts of a page's `<script type="application/ld+json">`, in order. */
export function linkedDataOf(page: string): readonly LinkedData[] {
  const scripts: LinkedData[] = [];
  let line = 1;
  let countedTo = 0;
  const opening = /<script\b([^>]{0,500})>/gi;
  for (let found = opening.exec(page); found; found = opening.exec(page)) {
    const end = page.indexOf('</script', opening.lastIndex);
    if (end < 0) break;
    if (/application\/(?:[\w.+-]*)ld\+json/i.test(found[1] ?? '')) {
      line += page.slice(countedTo, opening.lastIndex).split('\n').length - 1;
      countedTo = opening.lastIndex;
      scripts.push({ line, json: withoutWrapping(page.slice(opening.lastIndex, end)) });
    }
    opening.lastIndex = end;
  }
  return scripts;
}

/** Old pages hide scripts from old browsers. */
function withoutWrapping(script: string): string {
  return script
    .replace(/^\s*(?:<!--|(?:\/\/\s*)?<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*$/, '');
}

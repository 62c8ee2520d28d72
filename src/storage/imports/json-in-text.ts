import { parseLoosely } from './loose-json.ts';

/** The JSON in a text: the text itself, or the scripts of a web page that hold linked data. What is broken is left out. */
export function jsonInText(text: string): readonly unknown[] {
  const values = /^\s*[[{]/.test(text) ? [text] : linkedDataOf(text);
  return values.map(parseLoosely).filter((value) => value !== undefined);
}

/** The texts of a page's `<script type="application/ld+json">`, in order. */
function linkedDataOf(page: string): readonly string[] {
  const scripts: string[] = [];
  const opening = /<script\b([^>]{0,500})>/gi;
  for (let found = opening.exec(page); found; found = opening.exec(page)) {
    const end = page.indexOf('</script', opening.lastIndex);
    if (end < 0) break;
    if (/application\/(?:[\w.+-]*)ld\+json/i.test(found[1] ?? '')) {
      scripts.push(withoutWrapping(page.slice(opening.lastIndex, end)));
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

/** The marks of a language around what is quoted, and those inside that. */
export interface QuoteMarks {
  readonly outer: readonly [open: string, close: string];
  readonly inner: readonly [open: string, close: string];
}

/** Quotations in whatever language, by the marks around them. */
const quotations = [/„([^„“”]*)[“”]/g, /“([^“”]*)”/g, /«\s?([^«»]*?)\s?»/g];

/** The names of the values that a sentence puts in quotation marks, `“{claim}”`. */
export function quotedNames(sentence: string, { outer }: QuoteMarks): ReadonlySet<string> {
  const [open, close] = outer;
  const quoted = sentence.matchAll(new RegExp(`${open}\\s?\\{(\\w+)\\}\\s?${close}`, 'g'));
  return new Set([...quoted].flatMap(([, name]) => name ?? []));
}

/** A text for inside quotation marks: those of the same kind in it become the ones for inside. */
export function nestQuotes(text: string, { outer, inner }: QuoteMarks): string {
  return quotations.reduce(
    (nested, quotation) =>
      nested.replace(quotation, (whole, inside: string) =>
        outer.some((mark) => whole.includes(mark)) ? inner.join(inside) : whole,
      ),
    text,
  );
}

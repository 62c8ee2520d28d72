/** What a ledger keeps, as text. @throws {TypeError} for what JSON can't hold: that is a mistake of ours. */
export function valueToText(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined)
    throw new TypeError('A ledger keeps what JSON can hold, and not undefined');
  return text;
}

/** Undefined for a text that was damaged, so that one record does not keep the others from being read. */
export function textToValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

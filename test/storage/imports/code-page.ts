/** A text in a code page that Node decodes and doesn't write. */
export function encode(text: string, codePage: string): Buffer {
  const decoder = new TextDecoder(codePage);
  const bytesOf = new Map<string, number[]>();
  for (let first = 0; first < 256; first += 1) {
    bytesOf.set(decoder.decode(Uint8Array.of(first)), [first]);
    for (let second = 0x40; first > 0x80 && second < 256; second += 1) {
      bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
    }
  }
  return codePage === 'utf-8'
    ? Buffer.from(text)
    : Buffer.from([...text].flatMap((sign) => bytesOf.get(sign) ?? []));
}

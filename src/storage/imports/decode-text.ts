import { isAscii } from 'node:buffer';
import { z } from 'zod';
import codePageData from './code-pages.json' with { type: 'json' };

/** What Windows writes a text in, by language, where a program doesn't write UTF-8. */
const codePages = new Map(Object.entries(z.record(z.string(), z.string()).parse(codePageData)));
const westernCodePage = 'windows-1252';

/**
 * Decodes a text that comes in pieces: UTF-16 where it begins with its mark, else UTF-8, or the code page of its language where most of
 * the first characters beyond ASCII are no UTF-8. A byte that is no text becomes U+FFFD.
 * @param language BCP 47 tag
 * @returns takes the next piece, and undefined at the end
 */
export function createTextDecoding(language: string): (piece: Uint8Array | undefined) => string {
  let decoder: TextDecoder | undefined;
  return (piece) => {
    if (!piece) return decoder?.decode() ?? '';
    // As long as there is nothing else, all encodings are the same.
    if (!decoder && isAscii(piece)) return new TextDecoder().decode(piece);
    decoder ??= new TextDecoder(encodingOf(piece, language));
    return decoder.decode(piece, { stream: true });
  };
}

function encodingOf(beginning: Uint8Array, language: string): string {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be';
  const characters =
    new TextDecoder().decode(beginning, { stream: true }).match(/[^\0-\x7f]/gu) ?? [];
  const broken = characters.filter((character) => character === '\uFFFD').length;
  return broken > characters.length / 2 ? codePageOf(language) : 'utf-8';
}

/** The name of what Windows writes a language in: that of `zh-TW`, else that of `zh`. */
export function codePageOf(language: string): string {
  const tag = language.toLowerCase();
  return codePages.get(tag) ?? codePages.get(tag.split('-')[0] ?? '') ?? westernCodePage;
}

import type { ImportField } from '../../core/claims/import-fields.ts';
import { harmlessCell } from './csv-text.ts';
import { type Found, foundToRecord } from './found-to-record.ts';
import type { ImportContext, Imported } from './imported-record.ts';
import { readAddresses } from './read-addresses.ts';

/** Gives a row its meaning, by the columns that its cells stand in. */
export function rowToRecord(
  line: number,
  cells: readonly string[],
  columns: readonly (ImportField | undefined)[],
  headings: readonly string[],
  context: ImportContext,
): Imported {
  const all = (field: ImportField): readonly string[] =>
    cells.filter((cell, index) => columns[index] === field && cell.trim() !== '').map(harmlessCell);
  const one = (field: ImportField): string | undefined => all(field)[0];
  const rating = one('rating');
  const found: Found = {
    claim: one('claim'),
    label: rating === undefined ? undefined : truthWord(rating, context.language),
    numbers: {
      value: one('ratingValue'),
      best: one('bestRating'),
      worst: one('worstRating'),
    },
    publisher: one('publisher'),
    title: one('title'),
    summary: one('summary'),
    address: one('address'),
    publishedOn: one('date'),
    modifiedOn: one('modified'),
    expiresOn: one('expires'),
    withdrawnOn: one('withdrawn'),
    correction: one('correction'),
    claimant: one('claimant'),
    occasion: one('occasion'),
    language: one('language'),
    sources: all('sources').flatMap((cell) => readAddresses(cell)),
    topics: all('topics').flatMap((cell) => cell.split(/[,;|\n]/)),
    wordings: all('wordings').flatMap((cell) => cell.split(/[|\n]/)),
  };
  const read = foundToRecord(found, context);
  if (read.ok) return { ok: true, line, record: read.record };
  const item = Object.fromEntries(
    cells.flatMap((cell, index) =>
      cell === '' ? [] : [[headings[index] || `column ${index + 1}`, cell]],
    ),
  );
  return { ok: false, line, reason: read.reason, item };
}

/** Spreadsheets take "True" for a truth value, and write it in their own way in their language. */
function truthWord(cell: string, language: string): string {
  const word = cell.trim();
  if (!truthValues.has(word)) return word;
  const tongue = /^(?:TRUE|FALSE)$/.test(word) ? 'en' : language;
  return `${word.charAt(0)}${word.slice(1).toLocaleLowerCase(tongue)}`;
}

const truthValues: ReadonlySet<string> = new Set(
  (
    'TRUE FALSE WAHR FALSCH VRAI FAUX VERDADERO FALSO VERDADEIRO VERO DOĞRU YANLIŞ ИСТИНА ЛОЖЬ ІСТИНА ХИБНІСТЬ ' +
    'BENAR SALAH PRAWDA FAŁSZ WAAR ONWAAR PRAVDA NEPRAVDA ADEVĂRAT FALS SANT FALSKT'
  ).split(' '),
);

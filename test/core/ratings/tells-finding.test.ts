import { expect, test } from 'vitest';
import { tellsFinding } from '../../../src/core/ratings/tells-finding.ts';

const tells = (claim: string, language = 'en') => tellsFinding(claim, 'desk.example', language);

test.each([
  ['No, gulls can’t read', 'en'],
  ['Non, les mouettes ne savent pas lire', 'fr'],
  ['Nein, Möwen können nicht lesen', 'de'],
  ['Não, gaivotas não sabem ler', 'pt'],
  ['不，海鸥不识字', 'zh'],
  ['Hoax alert: Gulls of the town can read', 'en'],
  ['FALSE: Gulls of the town can read', 'en'],
  ['Fake news - Gulls of the town can read', 'en'],
  ['The Bird Desk fact check: Report on gulls has no source', 'en'],
  ['Falso: las gaviotas saben leer', 'es'],
  ['Es falso que las gaviotas sepan leer', 'es'],
  ['Es stimmt nicht, dass Möwen lesen', 'de'],
  ['Gulls of the town did NOT learn to read', 'en'],
])('“%s” (%s) is a headline that tells the finding', (claim, language) => {
  expect(tells(claim, language)).toBe(true);
});

test.each([
  ['Gulls can read', 'en'],
  ['Gulls can’t read', 'en'],
  ['Fact check: Can gulls read?', 'en'],
  ['GULLS CAN NOT READ, THE MAYOR SAYS', 'en'],
  ['A sign in the harbour says “Do NOT feed the gulls”', 'en'],
  ['“It is not true that gulls read,” the mayor said', 'en'],
  ['Bird Desk: Gulls can read', 'en'],
  ['No gull can read', 'en'],
  ['Norway’s gulls can read', 'en'],
  ['Las gaviotas no saben leer', 'es'],
  ['', 'en'],
])('“%s” (%s) is a claim', (claim, language) => {
  expect(tells(claim, language)).toBe(false);
});

import { expect, test } from 'vitest';
import { createMatcher } from '../../../src/matching/create-matcher.ts';

/** Whether a claim is found by the words asked; a second claim keeps it from being the only one. */
function isFound(claim: string, asked: string, other: string): boolean {
  const matcher = createMatcher([
    { id: 'other', text: other },
    { id: 'claim', text: claim },
  ]);
  const { ranking } = matcher.match(asked);
  return ranking[0]?.id === 'claim';
}

test.each([
  ['Der Brunnen am Marktplatz wurde 1870 gebaut.', 'Brunnens', 'Die Mauer am Marktplatz ist alt.'],
  ['Fontanna stoi na rynku od wojny.', 'fontanny', 'Drzewo stoi na rynku od wojny.'],
  ['Çeşmenin suyu içilmez.', 'çeşmeden', 'Kuyunun suyu içilmez.'],
  ['Фонтан стоит на площади с войны.', 'фонтаном', 'Дерево стоит на площади с войны.'],
  ['النافورة قديمة جدا في الساحة', 'نافورة', 'الشجرة قديمة جدا في الساحة'],
  ['분수는 광장에 있다.', '분수가', '나무는 광장에 있다.'],
  ['गाँव में फव्वारे का पानी साफ़ है।', 'फव्वारा', 'गाँव में कुएँ का पानी साफ़ है।'],
])('"%s" is found by the form "%s"', (claim, asked, other) => {
  expect(isFound(claim, asked, other)).toBe(true);
});

test('words of English stay apart however alike they begin', () => {
  const matcher = createMatcher([
    { id: 'one', text: 'The generator at the harbour was sold to a fishing company.' },
    { id: 'two', text: 'A general was seen at the harbour with the fishing company.' },
  ]);
  expect(matcher.match('generators at the harbour').ranking[0]?.id).toBe('one');
  expect(matcher.match('generals at the harbour').ranking[0]?.id).toBe('two');
});

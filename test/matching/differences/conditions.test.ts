import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

const cyclists = 'The council of Brell stopped fining cyclists with fewer than two warnings.';
const troops = 'Orrelia sent troops to Marland to guard the tunnel.';
const ferry = 'The Brell ferry is free if you travel with a child.';
const bakery = 'The Kessel bakery closed because the flour was contaminated.';
const museum = 'Dogs are allowed in the Brell museum except on Sundays.';

describe('a statement without the condition, the reason or the end that the claim has is another', () => {
  test.each([
    ['the council of brell stopped fining cyclists', cyclists, 'with fewer than two warnings'],
    ['brell refuses to fine cyclists', cyclists, 'with fewer than two warnings'],
    ['orrelia sent troops to marland', troops, 'to guard the tunnel'],
    ['the brell ferry is free', ferry, 'if you travel with a child'],
    ['The Kessel bakery closed.', bakery, 'because the flour was contaminated'],
    ['dogs are allowed in the brell museum', museum, 'except on Sundays'],
  ])('%s', (asked, claim, missing) => {
    expect(differences(asked, claim)).toEqual([`condition:  ≠ ${missing}`]);
  });

  test.each([
    ['a question leaves it open', 'is the brell ferry free?', ferry],
    ['so does one without its mark', 'did orrelia send troops to marland', troops],
    ['and one that ends in "true"', 'kessel bakery closed, true', bakery],
    ['the condition in other words', 'the brell ferry is free when a child comes along', ferry],
    ['the end in other words', 'orrelia sent troops to protect a tunnel in marland', troops],
    [
      'a wording that states the claim without it',
      'dogs are allowed in the museum of brell',
      { text: museum, wordings: ['the brell museum allows dogs'] },
    ],
    [
      'what somebody was told to do is no end',
      'the minister told her staff',
      'The minister told her staff to stop the trams.',
    ],
  ])('%s: none', (_, asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('an adverb that narrows the statement is a difference', () => {
  const paid = 'The Rossel company paid for the trams of Brell.';

  test.each([
    ['rossel paid for the trams of brell directly', 'directly'],
    ['rossel secretly paid for the trams of brell', 'secretly'],
    ['did rossel illegally pay for the trams of brell', 'illegally'],
    ['the rossel company paid for the trams of brell entirely', 'entirely'],
    ['Rossel deliberately paid for the trams of Brell.', 'deliberately'],
  ])('%s', (asked, adverb) => {
    expect(differences(asked, paid)).toEqual([`condition: ${adverb} ≠ `]);
  });

  test.each([
    ['rossel really paid for the trams of brell', paid],
    ['rossel actually just paid for the trams of brell lol', paid],
    [
      'rossel personally paid for the trams of brell',
      { text: paid, wordings: ['rossel paid directly'] },
    ],
    ['rossel paid for the trams of brell is completely true', paid],
  ])('%s: none', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

describe('what is promised is not done', () => {
  const promise = 'Mayor Tolla promised to build a second bridge.';

  test.each([
    ['mayor tolla built a second bridge', 'time: built ≠ promised to build'],
    ['tolla never built a second bridge', 'time: built ≠ promised to build'],
    ['did mayor tolla build a second bridge', 'time: build ≠ promised to build'],
    ['mayor tolla never promised to build a second bridge', 'negation: never promised ≠ promised'],
  ])('%s', (asked, difference) => {
    expect(differences(asked, promise)).toEqual([difference]);
  });

  test('nor is what somebody said would happen', () => {
    expect(
      differences(
        'the minister resigned over the trams',
        'The minister said she would resign over the trams.',
      ),
    ).toEqual(['time: resigned ≠ would resign']);
  });
});

describe('what the claim only mentions is not what it states', () => {
  test('a word that describes something else there', () => {
    expect(differences('tora sorn is famous', 'Tora Sorn is a famous chess player.')).toEqual([
      'condition: famous ≠ a famous chess player',
    ]);
    expect(
      differences('tora sorn is a chess player', 'Tora Sorn is a famous chess player.'),
    ).toEqual([]);
  });

  test.each([
    [
      'Dunhaven Radio reports that the bridge collapsed.',
      'The letter about the bridge was published by Dunhaven Radio.',
    ],
    [
      'the Gazette says queen ilsa was poisoned',
      'The picture of Queen Ilsa is taken from the Gazette.',
    ],
  ])('a source that is said to say something: %s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([expect.stringMatching(/^object: .* ≠ $/)]);
  });

  test.each([
    ["tolla's lawyer was arrested in brell", 'Tolla was arrested in Brell.'],
    ['Tolla was arrested in Brell', "Tolla's lawyer was arrested in Brell."],
    ['Osk sued the tram company', "Osk's daughter sued the tram company."],
  ])('a person for another who is named by them: %s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([expect.stringMatching(/^name: /)]);
  });
});

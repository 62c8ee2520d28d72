import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/matching/differences/compare.ts';

const differences = (asked: string, claim: string, isEnglish = true) =>
  compare(asked, { id: 'claim', text: claim }, isEnglish);

describe('a change told the other way round is a difference', () => {
  test.each([
    ['osk changed the tram fare from 5 to 3', 'Osk raised the tram fare from 3 to 5 crowns.'],
    [
      'the tram fare is 3 crowns now, down from 5',
      'The tram fare in Brell rose from 3 to 5 crowns.',
    ],
    [
      'the brell tram runs six days instead of four',
      'The Brell tram runs four days instead of six.',
    ],
    ['the brell depot moved from sund to karsk', 'The depot of Brell moved from Karsk to Sund.'],
    ['the brell depot moved to karsk from sund', 'The depot of Brell moved from Karsk to Sund.'],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).not.toEqual([]);
  });

  test.each([
    ['der fahrpreis sank von 5 auf 3 kronen', 'Der Fahrpreis stieg von 3 auf 5 Kronen.'],
    ['die bahn fährt vier statt sechs tage', 'Die Bahn fährt sechs statt vier Tage.'],
    ['el billete bajó de 5 a 3 coronas', 'El billete subió de 3 a 5 coronas.'],
    ['le billet est passé de 5 à 3 couronnes', 'Le billet est passé de 3 à 5 couronnes.'],
    ['o bilhete custa 3 coroas em vez de 5', 'O bilhete custa 5 coroas em vez de 3.'],
  ])('in other languages: %s', (asked, claim) => {
    expect(differences(asked, claim, false)).toMatchObject([{ kind: 'role' }]);
  });
});

describe('a change told the same way, in whatever order, is none', () => {
  test.each([
    ['the tram fare went to 5 from 3', 'Osk raised the tram fare from 3 to 5 crowns.'],
    ['tram fares are 5 instead of 3 now', 'Osk raised the tram fare from 3 to 5 crowns.'],
    ['the depot of brell moved to sund from karsk', 'The depot of Brell moved from Karsk to Sund.'],
    [
      'turnout in brell fell from 64 % of 2017 to 58 % in 2021',
      'Turnout in Brell fell from 64 % in 2017 to 58 % in 2021.',
    ],
  ])('%s', (asked, claim) => {
    expect(differences(asked, claim)).toEqual([]);
  });
});

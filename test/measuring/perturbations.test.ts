import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../src/matching/differences/compare.ts';
import type { Statement } from '../../src/matching/matcher.ts';
import {
  measurePerturbations,
  type PerturbationRate,
} from '../../src/measuring/perturbations/measure.ts';
import { perturb } from '../../src/measuring/perturbations/perturb.ts';
import { perturbationTable } from '../../src/measuring/perturbations/table.ts';
import { readStatements } from '../matching/questions/measure-questions.ts';

const claim = { id: 'fired', text: 'In 2018 Larry Krasner fired 31 prosecutors in Philadelphia.' };

function variantsOf(text: string, seed = 1): Record<string, string> {
  const variants = perturb([{ id: 'claim', text }], seed);
  return Object.fromEntries(variants.map((variant) => [variant.rule, variant.text]));
}

describe('changed claims', () => {
  test('are one for each rule that applies', () => {
    expect(variantsOf(claim.text)).toMatchInlineSnapshot(`
      {
        "direction": "In 2018 Larry Krasner hired 31 prosecutors in Philadelphia.",
        "lower case": "in 2018 larry krasner fired 31 prosecutors in philadelphia.",
        "negation": "In 2018 Larry Krasner did not fire 31 prosecutors in Philadelphia.",
        "no punctuation": "in 2018 larry krasner fired 31 prosecutors in philadelphia",
        "number": "In 2018 Larry Krasner fired 310 prosecutors in Philadelphia.",
        "person": "In 2018 Lena Vogel fired 31 prosecutors in Philadelphia.",
        "person, lower case": "in 2018 fiona gallagher fired 31 prosecutors in philadelphia.",
        "place": "In 2018 Larry Krasner fired 31 prosecutors in Boston.",
        "place, lower case": "in 2018 larry krasner fired 31 prosecutors in seattle.",
        "question form": "Is it true that In 2018 Larry Krasner fired 31 prosecutors in Philadelphia?",
        "synonym": "In 2018 Larry Krasner sacked 31 prosecutors in Philadelphia.",
        "typo": "In 2018 Larry Krasner fired 31 prosecutors in Philadelpia.",
        "upper case": "IN 2018 LARRY KRASNER FIRED 31 PROSECUTORS IN PHILADELPHIA.",
        "year": "In 2016 Larry Krasner fired 31 prosecutors in Philadelphia.",
      }
    `);
  });

  test('are the same for the same seed, whatever other claims there are', () => {
    const alone = perturb([claim], 7);
    const among = perturb([{ id: 'other', text: 'Bats are blind.' }, claim], 7);
    expect(among.filter(({ claimId }) => claimId === claim.id)).toEqual(alone);
    expect(perturb([claim], 8)).not.toEqual(alone);
  });

  test('leave a year alone where numbers are changed', () => {
    for (let seed = 0; seed < 20; seed++)
      expect(variantsOf('It opened in 1888.', seed)).not.toHaveProperty('number');
  });
});

describe('on the packs, the comparison', () => {
  let rates: readonly PerturbationRate[];

  beforeAll(async () => {
    const claims: Statement[] = await readStatements();
    rates = measurePerturbations(claims, perturb(claims, 1), compare);
  });

  test.each([
    ['number', 0.98],
    ['year', 0.98],
    ['month', 0.98],
    ['negation', 0.95],
    ['direction', 0.9],
    ['person', 0.9],
    ['person, lower case', 0.9],
    ['place', 0.9],
    ['place, lower case', 0.9],
    ['speaker', 0.9],
  ])('catches another %s at least %d of the time', (rule, share) => {
    const rate = rates.find((other) => other.rule === rule);
    expect(rate?.variants).toBeGreaterThan(5);
    expect((rate?.rightKind ?? 0) / (rate?.variants ?? 1)).toBeGreaterThanOrEqual(share);
  });

  test('flags at most 3 % of harmless changes', () => {
    const harmless = rates.filter((rate) => !rate.harmful);
    const flagged = harmless.reduce((sum, rate) => sum + rate.flagged, 0);
    const variants = harmless.reduce((sum, rate) => sum + rate.variants, 0);
    expect(variants).toBeGreaterThan(300);
    expect(flagged / variants).toBeLessThanOrEqual(0.03);
  });
});

test('the table says what was caught and what was flagged for nothing', () => {
  const rates = [
    { rule: 'number', harmful: true, variants: 4, flagged: 3, rightKind: 2 },
    { rule: 'typo', harmful: false, variants: 10, flagged: 1, rightKind: 0 },
  ];
  expect(perturbationTable(rates)).toMatchInlineSnapshot(`
    "says something else     variants    caught   as such
    number                         4    75.0 %    50.0 %

    says the same           variants   flagged
    typo                          10    10.0 %
    together                      10    10.0 %"
  `);
});

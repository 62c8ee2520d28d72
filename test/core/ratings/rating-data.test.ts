import { expect, test } from 'vitest';
import conclusions from '../../../src/core/ratings/conclusions.json' with { type: 'json' };
import { labelKey } from '../../../src/core/ratings/label-key.ts';
import labels from '../../../src/core/ratings/labels.json' with { type: 'json' };
import phrasing from '../../../src/core/ratings/phrasing.json' with { type: 'json' };
import sites from '../../../src/core/ratings/sites.json' with { type: 'json' };

/** Where a label stands in the tables: `it`, `politifact.com`. */
const tables: readonly (readonly [string, Partial<Record<string, readonly string[]>>])[] = [
  ...Object.entries(labels.languages),
  ...Object.entries(sites.sites).map(
    ([site, entry]) => [site, 'labels' in entry ? entry.labels : {}] as const,
  ),
];

test('every label is written as it is looked up', () => {
  const written = [
    ...tables.flatMap(([, verdicts]) => Object.values(verdicts).flatMap((words) => words ?? [])),
    ...phrasing.prefixes,
    ...phrasing.suffixes,
    ...phrasing.turns,
    ...Object.values(conclusions).flatMap(({ rates, links, that, open }) => [
      ...rates,
      ...links,
      ...that,
      ...open,
    ]),
  ];
  expect(written.filter((words) => labelKey(words) !== words)).toEqual([]);
});

test('no label has two meanings at one site or in one language', () => {
  const twice = tables.flatMap(([name, verdicts]) => {
    const all = Object.values(verdicts).flatMap((words) => words ?? []);
    return all.filter((label, at) => all.indexOf(label) !== at).map((label) => `${name}: ${label}`);
  });
  expect(twice).toEqual([]);
});

test('every language that a site or an alias names has labels', () => {
  const named = [...Object.keys(sites.sitesByLanguage), ...Object.values(labels.aliases)];
  expect(named.filter((language) => !Object.hasOwn(labels.languages, language))).toEqual([]);
});

import { z } from 'zod';
import { type Verdict, verdicts } from '../claims/verdict.ts';
import labelData from './labels.json' with { type: 'json' };
import siteData from './sites.json' with { type: 'json' };

/** What a label says; null: known, and no finding on whether something is so ("Full Flop"); undefined: not known. */
export type Reading = Verdict | null | undefined;

/** What the words of a label mean at one site and in one language. */
export interface LabelMeanings {
  /** In the order in which they count. */
  readonly languages: readonly string[];
  /** Its labels begin with a rating, and what comes after explains it, whatever it says. */
  readonly startsWithVerdict: boolean;
  /** @param key As `labelKey` makes it. */
  meaningOf(key: string): Reading;
}

const labelsByVerdict = z.partialRecord(z.enum([...verdicts, 'no-verdict']), z.array(z.string()));
const { aliases, languages } = z
  .object({ aliases: byName(z.string()), languages: byName(labelsByVerdict.transform(toTable)) })
  .parse(labelData);
const { sites, sitesByLanguage } = z
  .object({
    sites: byName(
      z.object({
        startsWithVerdict: z.boolean().default(false),
        labels: labelsByVerdict.default({}).transform(toTable),
      }),
    ),
    sitesByLanguage: z.record(z.string(), z.array(z.string())),
  })
  .parse(siteData);
const languagesBySite = Map.groupBy(
  Object.entries(sitesByLanguage).flatMap(([language, names]) =>
    names.map((name) => ({ name, language })),
  ),
  ({ name }) => name,
);

/** By publisher first, then by the languages it is known to write in, then by the language of the record. */
export function labelMeanings(site: string, language: string): LabelMeanings {
  const publisher = closest(site, sites);
  const known = (closest(site, languagesBySite) ?? []).map((entry) => entry.language);
  const tongue = language.toLowerCase().split('-')[0] ?? '';
  // Publishers everywhere rate in English, too.
  const spoken = [...new Set([...known, aliases.get(tongue) ?? tongue, 'en'])];
  const tables = [publisher?.labels, ...spoken.map((name) => languages.get(name))];
  return {
    languages: spoken,
    startsWithVerdict: publisher?.startsWithVerdict ?? false,
    meaningOf: (key) => tables.find((table) => table?.has(key))?.get(key),
  };
}

/** What is said of a site, or of the one that it is a part of: `en.politifact.com`. */
function closest<T>(site: string, entries: ReadonlyMap<string, T>): T | undefined {
  const parts = site.toLowerCase().split('.');
  return parts.map((_, from) => entries.get(parts.slice(from).join('.'))).find((entry) => entry);
}

/** A map, since a name may be that of a property that every object has. */
function byName<T extends z.ZodType>(schema: T) {
  return z.record(z.string(), schema).transform((record) => new Map(Object.entries(record)));
}

function toTable(
  labels: Readonly<Partial<Record<Verdict | 'no-verdict', readonly string[]>>>,
): ReadonlyMap<string, Verdict | null> {
  return new Map(
    [...verdicts, 'no-verdict' as const].flatMap((verdict) =>
      (labels[verdict] ?? []).map(
        (key) => [key, verdict === 'no-verdict' ? null : verdict] as const,
      ),
    ),
  );
}

import { z } from 'zod';
import { type Verdict, verdicts } from '../claims/verdict.ts';
import ratings from './ratings.json' with { type: 'json' };

/** A rating in numbers, as it is written. */
export interface RatingNumbers {
  readonly value?: string | undefined;
  readonly best?: string | undefined;
  readonly worst?: string | undefined;
}

export interface PublishedRating {
  /** The publisher's words; null where there are none. */
  readonly label: string | null;
  readonly numbers: RatingNumbers;
  /** The publisher's site, such as `politifact.com`; else its name. */
  readonly site: string;
  /** BCP 47 tag of the label. */
  readonly language: string;
}

const labels = z.record(z.string(), z.enum(verdicts).nullable());
const { sites, languages, prefixes, suffixes, turns } = z
  .object({
    prefixes: z.array(z.string()),
    suffixes: z.array(z.string()),
    turns: z.array(z.string()),
    languages: z.record(z.string(), labels),
    sites: z.record(
      z.string(),
      z.object({
        labels,
        startsWithVerdict: z.boolean().optional(),
        languages: z.array(z.string()).optional(),
      }),
    ),
  })
  .parse(ratings);

/** Null: known, and no finding on whether something is so ("Full Flop"). */
type Reading = Verdict | null | undefined;

/**
 * What a publisher's rating means on our scale: by publisher, then by language, then not at all. Words beat numbers: those
 * count where there are no words. Undefined where nobody has said what it means, or it says nothing about the claim.
 */
export function readRating(rating: PublishedRating): Verdict | undefined {
  return rating.label === null ? readNumbers(rating.numbers) : (readLabel(rating) ?? undefined);
}

/** Whether `ratings.json` says what to make of a label, be it that it is no verdict. */
export function isKnownLabel(rating: PublishedRating): boolean {
  return rating.label === null || readLabel(rating) !== undefined;
}

function readLabel({ label, site, language }: PublishedRating): Reading {
  const text = (label ?? '').replace(/^\d+ \[(.*)\]$/, '$1');
  const publisher = siteEntry(site);
  const [tongue = ''] = language.toLowerCase().split('-');
  const tables = [
    publisher?.labels,
    ...(publisher?.languages ?? []).map((name) => languages[name]),
    languages[tongue],
    // Publishers everywhere rate in English, too.
    languages.en,
  ].filter((table) => table !== undefined);
  const meaningOf = (words: string): Reading => {
    for (const table of tables) {
      if (Object.hasOwn(table, words)) return table[words];
    }
    return undefined;
  };
  for (const read of [wholeLabel, sameOfAll, verdictBeforeReason]) {
    const meaning = read(text, meaningOf, publisher?.startsWithVerdict ?? false);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

function wholeLabel(text: string, meaningOf: (words: string) => Reading): Reading {
  return firstKnown(formsOf(text), meaningOf);
}

function firstKnown(forms: readonly string[], meaningOf: (words: string) => Reading): Reading {
  for (const form of forms) {
    const meaning = meaningOf(form);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** "false/fabricated", "misleading & old": a verdict where every part has the same. */
function sameOfAll(text: string, meaningOf: (words: string) => Reading): Reading {
  const parts = text.split(/[/&,;|+]|\s(?:and|und|y|e|et|и|و)\s/i).filter((part) => labelKey(part));
  if (parts.length < 2 || parts.length > 3) return undefined;
  const meanings = new Set(parts.map((part) => firstKnown(formsOf(part), meaningOf)));
  return meanings.size === 1 ? [...meanings][0] : undefined;
}

/** "False. The picture is from 2012.": the verdict, unless what follows takes some of it back. */
function verdictBeforeReason(
  text: string,
  meaningOf: (words: string) => Reading,
  isAlwaysFirst: boolean,
): Reading {
  const [, verdict, reason] = text.match(/^(.{2,60}?)(?:[.:!;]\s+|\s+[-–—]+\s+)(.*)$/su) ?? [];
  if (verdict === undefined || reason === undefined) return undefined;
  const words = ` ${labelKey(reason)} `;
  const isTakenBack = turns.some((turn) =>
    /\p{scx=Han}/u.test(turn) ? words.includes(turn) : words.includes(` ${turn} `),
  );
  if (isTakenBack && !isAlwaysFirst) return undefined;
  const meaning = firstKnown(formsOf(verdict), meaningOf);
  return meaning === undefined ? verdictInReason(verdict, reason, meaningOf) : meaning;
}

/** "Verdict: False. The picture …": the heading is no rating, what follows is. */
function verdictInReason(
  heading: string,
  rest: string,
  meaningOf: (words: string) => Reading,
): Reading {
  if (!prefixes.includes(labelKey(heading))) return undefined;
  const [first = ''] = rest.split(/[.;:]\s|\s[-–—]\s/u);
  return firstKnown(formsOf(first), meaningOf);
}

/** A label, and what is left of it without "Verdict:" before or "claim" after. */
function formsOf(label: string): readonly string[] {
  const key = labelKey(label);
  const prefix = prefixes.find((words) => key.startsWith(`${words} `));
  const bare = prefix === undefined ? key : key.slice(prefix.length + 1);
  const suffix = suffixes.find((word) => bare.endsWith(` ${word}`));
  return suffix === undefined ? [key, bare] : [key, bare, bare.slice(0, -suffix.length - 1)];
}

/** Equal for labels that differ only in case, marks or the signs between words: `half-true`, `Half True!`. */
function labelKey(label: string): string {
  return label
    .slice(0, 2000)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The entry of a site, or of the one that it is a part of: `en.politifact.com`. */
function siteEntry(site: string) {
  const parts = site.toLowerCase().split('.');
  for (let from = 0; from < parts.length - 1; from += 1) {
    const name = parts.slice(from).join('.');
    if (Object.hasOwn(sites, name)) return sites[name];
  }
  return undefined;
}

/** Numbers lie often enough that all three must be there, in order, and name one of the five steps. */
function readNumbers({ value, best, worst }: RatingNumbers): Verdict | undefined {
  const [at, top, bottom] = [value, best, worst].map(toNumber);
  if (at === undefined || top === undefined || bottom === undefined) return undefined;
  if (bottom >= top || at < bottom || at > top || bottom < 0) return undefined;
  const step = ((at - bottom) / (top - bottom)) * 4;
  const steps: readonly Verdict[] = ['false', 'mostly-false', 'mixed', 'mostly-true', 'true'];
  return Number.isInteger(step) ? steps[step] : undefined;
}

function toNumber(written: string | undefined): number | undefined {
  const text = (written ?? '').trim().replace(',', '.');
  return /^-?\d{1,6}(?:\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
}

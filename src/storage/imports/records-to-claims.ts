import { createHash } from 'node:crypto';
import type { Day } from '../../core/claims/calendar.ts';
import type { Claim, Source } from '../../core/claims/claim.ts';
import { wordingKey } from '../../core/claims/claim-texts.ts';
import { type PublishedCheck, unknownDay } from '../../core/claims/published-check.ts';
import type { Verdict } from '../../core/claims/verdict.ts';
import { shorten } from './clean-text.ts';
import type { ImportedRecord } from './imported-record.ts';
import { originalOf, siteOf } from './read-addresses.ts';

/** A record with the line that it stands in, from 1. */
export interface PlacedRecord {
  readonly line: number;
  readonly record: ImportedRecord;
}

/** A claim with the records of it, and the line of the first. */
interface PlacedClaim<Record extends PlacedRecord> {
  readonly claim: Claim;
  readonly line: number;
  readonly records: readonly Record[];
}

/** Longer ones are whole posts; an answer that repeats them would fill the screen. In UTF-16 units. */
export const maxClaim = 1000;

/** What the records of one pack become. */
export interface ImportedPack {
  readonly name: string;
  readonly language: string;
  readonly today: Day;
}

/**
 * One claim for each statement, with every check of it: what two publishers say about the same words is one answer. In the
 * order in which the statements first appear.
 */
export function recordsToClaims<Record extends PlacedRecord>(
  records: readonly Record[],
  pack: ImportedPack,
): readonly PlacedClaim<Record>[] {
  const groups = Map.groupBy(records, ({ record }) => wordingKey(record.claim));
  return [...groups].map(([key, group]) => ({
    claim: groupToClaim(key, group, pack),
    line: group[0]?.line ?? 1,
    records: group,
  }));
}

function groupToClaim(
  key: string,
  group: readonly PlacedRecord[],
  { name, language, today }: ImportedPack,
): Claim {
  const records = group.map(({ record }) => record);
  const statement = records[0]?.claim ?? '';
  const all = currentChecks(records);
  const standing = all.filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > today);
  const checks = standing.length > 0 ? standing : all;
  const on = latestDay(checks);
  const verdict = commonVerdict(checks);
  const id = idOf(statement, key);
  const publishers = [...new Set(checks.map(({ publisher }) => publisher))];
  const expiresOn = lastDay(checks);
  return {
    id,
    ref: `${name}/${id}`,
    language: records.find((record) => record.language)?.language ?? language,
    claim: shorten(statement, maxClaim),
    kind: verdict === 'opinion' ? 'opinion' : 'fact',
    claimant: records.find(({ claimant }) => claimant)?.claimant ?? null,
    occasion: records.find(({ occasion }) => occasion)?.occasion ?? null,
    verdict,
    checks,
    summary: checks[0]?.summary ?? checks[0]?.label ?? checks[0]?.title ?? '',
    context: null,
    sources: [
      ...checks.map((check) => checkToSource(check, statement)),
      ...distinct(records.flatMap(({ sources }) => sources)).map(addressToSource),
    ],
    wordings: distinct(records.flatMap(({ wordings }) => wordings)),
    nearMisses: [],
    topics: distinct(records.flatMap(({ topics }) => topics.map(topicSlug))).filter(Boolean),
    asOf: on,
    verification: {
      status: standing.length > 0 ? 'verified' : 'retracted',
      by: publishers,
      on,
      how: `Published by ${publishers.join(', ')}; not re-checked here.`,
      recheckDueOn: null,
      ...(expiresOn && { expiresOn }),
      ...(standing.length === 0 && { reason: '' }),
    },
    history: [],
  };
}

/** Of a check that is told twice, the later one; both where they differ and neither is known to be later. */
function currentChecks(records: readonly ImportedRecord[]): readonly PublishedCheck[] {
  if (records.length === 1) return records.map(({ check }) => check);
  const byPage = Map.groupBy(records, ({ check }) => `${check.publisher}\n${check.url}`);
  return [...byPage.values()].flatMap((told) => {
    const checks = told.map(({ check }) => check);
    const latest = checks.map(changedOn).toSorted().at(-1) ?? '';
    const last = checks.filter((check) => changedOn(check) === latest);
    return [...new Map(last.map((check) => [labelOf(check), check])).values()];
  });
}

function changedOn({ withdrawnOn, modifiedOn, publishedOn }: PublishedCheck): string {
  return withdrawnOn ?? modifiedOn ?? publishedOn ?? '';
}

function labelOf({ label, verdict }: PublishedCheck): string {
  return label?.toLowerCase() ?? verdict;
}

/** What all checks that we can read found; nothing where they disagree. */
function commonVerdict(checks: readonly PublishedCheck[]): Verdict {
  const verdicts = new Set(checks.filter(({ isRead }) => isRead).map(({ verdict }) => verdict));
  const [first] = verdicts;
  return verdicts.size === 1 && first ? first : 'unverified';
}

function latestDay(checks: readonly PublishedCheck[]): Day {
  const days = checks.flatMap(({ modifiedOn, publishedOn }) => modifiedOn ?? publishedOn ?? []);
  return (
    days
      .filter((day) => day.length === 10)
      .toSorted()
      .at(-1) ?? unknownDay
  );
}

/** The last day on which any of them stands; undefined where one has no end. */
function lastDay(checks: readonly PublishedCheck[]): Day | undefined {
  const days = checks.map(({ expiresOn }) => expiresOn);
  return days.every((day) => day !== null) ? days.toSorted().at(-1) : undefined;
}

function checkToSource(check: PublishedCheck, statement: string): Source {
  return {
    title: check.title ?? statement,
    publisher: check.publisher,
    url: check.url,
    published: check.publishedOn,
    kind: 'fact-check',
    quote: null,
    stance: 'context',
    read: false,
    ...(check.label !== null && { rating: check.label }),
  };
}

function addressToSource(url: string): Source {
  const site = siteOf(originalOf(url)) || siteOf(url);
  return {
    title: site,
    publisher: site,
    url,
    published: null,
    kind: 'reference',
    quote: null,
    stance: 'context',
    read: false,
  };
}

/** The beginning of the statement, for people, and a mark that no other statement has. */
function idOf(statement: string, key: string): string {
  const words = statement
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-[^-]*$/g, '');
  const mark = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return words ? `${words}-${mark}` : `c-${mark}`;
}

function topicSlug(topic: string): string {
  return topic
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

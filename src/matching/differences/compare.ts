import type { Difference, Statement } from '../matcher.ts';
import { closenessOf, isCloseEnough } from './closeness.ts';
import { compareContrasts } from './contrasts.ts';
import { compareDates } from './dates.ts';
import { type Finding, findingToDifference, type Span } from './finding.ts';
import { compareNames } from './names.ts';
import { compareNegation } from './negation.ts';
import { compareNumbers } from './numbers.ts';
import { type CheckedReading, type Reading, readClaim, readText } from './reading.ts';
import { compareRoles } from './roles.ts';
import { compareSwappedArguments } from './swapped-arguments.ts';
import { isToldFromOtherSide } from './told-from-other-side.ts';

/** More would not be read. */
const mostDifferences = 4;

/** The rules by name, for measuring what each brings. */
export const ruleNames = [
  'negation',
  'numbers',
  'dates',
  'names',
  'roles',
  'swapped arguments',
  'contrasts',
] as const;
export type RuleName = (typeof ruleNames)[number];

interface Rule {
  readonly name: RuleName;
  readonly find: (asked: Reading, claim: CheckedReading) => readonly Finding[];
}

const rules: readonly Rule[] = [
  { name: 'negation', find: compareNegation },
  { name: 'numbers', find: compareNumbers },
  { name: 'dates', find: compareDates },
  { name: 'names', find: compareNames },
  { name: 'roles', find: compareRoles },
  { name: 'swapped arguments', find: compareSwappedArguments },
  { name: 'contrasts', find: compareContrasts },
];

/** What is compared with a claim in another language: only numbers, years and what few words say of them are known everywhere. */
const rulesForOthers: readonly Rule[] = [
  { name: 'numbers', find: compareNumbers },
  { name: 'dates', find: compareDates },
];

/**
 * Where a text says something else than a checked claim that has the same words: what turns the statement round comes first. What any
 * wording or the title of the claim states counts as stated, and a detail that the text leaves open is no difference.
 * @param leftOut a rule to go without
 */
export function compareReadings(
  text: Reading,
  checked: CheckedReading,
  leftOut?: string,
): readonly Difference[] {
  // What a wording says word for word is no difference, whatever else the claim says.
  if (checked.all.some((reading) => isSameText(text, reading))) return [];
  const closeness = closenessOf(text, checked);
  const findings: Finding[] = [];
  for (const { name, find } of checked.isEnglish ? rules : rulesForOthers) {
    if (name === leftOut) continue;
    for (const finding of find(text, checked)) {
      const sentence = closeness[text.words[finding.asked.from]?.sentence ?? 0];
      if (!sentence || !isCloseEnough(sentence, finding, checked)) continue;
      if (isToldFromOtherSide(finding)) continue;
      // Each word is reported once, by the first rule that has something to say about it.
      if (!findings.some((other) => overlap(other.asked, finding.asked))) findings.push(finding);
    }
  }
  return findings.slice(0, mostDifferences).map(findingToDifference);
}

/** The same for texts that have not been read. */
export function compare(asked: string, claim: Statement, isEnglish = true): readonly Difference[] {
  return compareReadings(readText(asked, isEnglish), readClaim(claim, isEnglish));
}

function overlap(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function isSameText(a: Reading, b: Reading): boolean {
  return (
    a.words.length === b.words.length && a.words.every(({ stem }, at) => stem === b.words[at]?.stem)
  );
}

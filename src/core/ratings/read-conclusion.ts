import { z } from 'zod';
import { type Verdict, verdicts } from '../claims/verdict.ts';
import { agreedOn, isAgainst } from './agreement.ts';
import conclusions from './conclusions.json' with { type: 'json' };
import { labelWords, standsAt } from './label-key.ts';
import type { Reading } from './label-meanings.ts';
import { holdsTurn } from './phrasing.ts';

/** How conclusions are worded in a language. */
interface Wording {
  /** The longest first, so that "partly false" is not read as "false". */
  readonly expressions: readonly Expression[];
  /** What a verdict is about: "claim", "video". */
  readonly about: readonly (readonly string[])[];
  /** What a publisher does to a claim: "we rate". */
  readonly rates: ReadonlySet<string>;
  /** What joins a verdict to what it is about: "is", "proves". */
  readonly links: ReadonlySet<string>;
  /** What comes between is told, not found: "the claim that … is false". */
  readonly that: ReadonlySet<string>;
  /** Beside these a verdict is denied, doubted, somebody else's, or on several claims: "not", "whether", "called", "six". */
  readonly open: ReadonlySet<string>;
}

interface Expression {
  readonly words: readonly string[];
  readonly verdict: Verdict;
}

/** From the first word to behind the last. */
interface Place {
  readonly from: number;
  readonly to: number;
}

interface Mention {
  readonly verdict: Verdict;
  /** Behind its last word. */
  readonly to: number;
  /** `open`: denied, doubted, or somebody else's. `aside`: not said of the claim. */
  readonly standing: 'said' | 'open' | 'aside';
}

/** Between a claim and the verdict on it stands how that came about ("the claim in this post is …"). */
const mostWordsBetween = 9;
/** Longer conclusions are articles. */
const mostSentences = 30;

const list = z.array(z.string());
const wordings = new Map(
  Object.entries(
    z
      .record(
        z.string(),
        z.object({
          verdicts: z.partialRecord(z.enum(verdicts), list),
          about: list,
          rates: list,
          links: list,
          that: list,
          open: list,
        }),
      )
      .parse(conclusions),
  ).map(([language, { verdicts: byVerdict, ...words }]): [string, Wording] => [
    language,
    {
      expressions: verdicts
        .flatMap((verdict) =>
          (byVerdict[verdict] ?? []).map((text) => ({ words: labelWords(text), verdict })),
        )
        .toSorted((one, other) => other.words.length - one.words.length),
      about: words.about.map(labelWords),
      rates: new Set(words.rates),
      links: new Set(words.links),
      that: new Set(words.that),
      open: new Set(words.open),
    },
  ]),
);

/**
 * The verdict that a whole conclusion gives on the claim: "The claim in this post is misleading.", "… with a false claim". It has to
 * stand beside what it is about, undenied, and alone; else there is none. Undefined where there is none.
 */
export function readConclusion(text: string, languages: readonly string[]): Reading {
  const sentences = sentencesOf(text);
  for (const language of languages) {
    const wording = wordings.get(language);
    const mentions = wording === undefined ? [] : mentionsIn(sentences, wording);
    if (mentions.some(({ standing }) => standing !== 'aside')) return verdictOf(mentions);
  }
  return undefined;
}

function verdictOf(mentions: readonly Mention[]): Reading {
  if (mentions.some(({ standing }) => standing === 'open')) return undefined;
  const [said, aside] = ['said', 'aside'].map((standing) =>
    mentions.filter((mention) => mention.standing === standing).map(({ verdict }) => verdict),
  );
  const verdict = agreedOn(said ?? []);
  return aside?.every((other) => mayStandAside(other, verdict)) ? verdict : undefined;
}

/** Who finds something false says of other things that they are true, and not the other way round. */
function mayStandAside(other: Verdict, verdict: Reading): boolean {
  return other === verdict || (isAgainst(verdict) && !isAgainst(other));
}

function mentionsIn(sentences: readonly string[], wording: Wording): readonly Mention[] {
  return sentences.flatMap((sentence, at) => {
    if (/[?؟]$/.test(sentence)) return [];
    const next = labelWords(sentences[at + 1] ?? '').slice(0, 2);
    const words = wordsAndCommas(sentence);
    return mentionsInSentence(words, wording).map((mention): Mention => {
      const isTakenBack = [words.slice(mention.to), next].some((after) =>
        holdsTurn(after.join(' ')),
      );
      return mention.standing === 'said' && isTakenBack
        ? { ...mention, standing: 'open' }
        : mention;
    });
  });
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?;।॥۔؟])\s+|(?<=[。])|\n/u)
    .slice(0, mostSentences)
    .map((sentence) => sentence.trim());
}

/** Commas count as words, since nothing is beside something across one. */
function wordsAndCommas(sentence: string): readonly string[] {
  return sentence
    .split(/[,،、/:]/)
    .flatMap((clause, index) => [...(index > 0 ? [','] : []), ...labelWords(clause)]);
}

function mentionsInSentence(words: readonly string[], wording: Wording): readonly Mention[] {
  const subjects = subjectsIn(words, wording);
  const mentions: Mention[] = [];
  for (let from = 0; from < words.length; ) {
    const found = wording.expressions.find((expression) => standsAt(expression.words, words, from));
    const to = from + (found?.words.length ?? 1);
    if (found) {
      const subject = subjectOf(found.verdict, { from, to }, subjects, words, wording);
      mentions.push({
        verdict: found.verdict,
        to,
        standing:
          subject === undefined
            ? 'aside'
            : isOpen({ from, to }, subject, words, wording)
              ? 'open'
              : 'said',
      });
    }
    from = to;
  }
  return mentions;
}

/** What a verdict is about: what it stands beside ("false claim") or is said of ("the claim … is false", "દાવો … ભ્રામક છે"). */
function subjectOf(
  verdict: Verdict,
  place: Place,
  subjects: readonly Place[],
  words: readonly string[],
  wording: Wording,
): Place | undefined {
  const before = subjects.findLast(({ to }) => to <= place.from);
  const isSaid = before && isSaidOf(before, place, words, wording);
  if (isSaid) return before;
  // A "false claim" is a finding; a "true picture" is told of for comparison.
  return isAgainst(verdict)
    ? subjects.find(({ from, to }) => to >= place.from && from <= place.to)
    : undefined;
}

/** Whether a verdict is denied or doubted right before, right behind, or before what it is about. */
function isOpen(
  { from, to }: Place,
  subject: Place,
  words: readonly string[],
  { open }: Wording,
): boolean {
  const begin = Math.min(subject.from, from);
  return [
    ...clauseEnd(words.slice(Math.max(0, begin - 4), begin)),
    ...words.slice(Math.max(begin, from - 3), from),
    ...clauseStart(words.slice(to, to + 2)),
  ].some((word) => open.has(word));
}

function subjectsIn(words: readonly string[], { about }: Wording): readonly Place[] {
  return words.flatMap((_, from) => {
    const subject = about.find((phrase) => standsAt(phrase, words, from));
    return subject ? [{ from, to: from + subject.length }] : [];
  });
}

/** Whether a verdict is joined to what it is about: "claim … is", "दावा … है", "we rate the claim …". */
function isSaidOf(
  subject: Place,
  { from, to }: Place,
  words: readonly string[],
  { rates, links, that, open }: Wording,
): boolean {
  const between = words.slice(subject.to, from);
  if (between.length > mostWordsBetween) return false;
  if (between.some((word) => that.has(word) || open.has(word))) return false;
  const next = words[to];
  if (next !== undefined && next !== ',') return links.has(next);
  return (
    between.slice(-2).some((word) => links.has(word)) ||
    words.slice(0, subject.from).some((word) => rates.has(word))
  );
}

function clauseEnd(words: readonly string[]): readonly string[] {
  return words.slice(words.lastIndexOf(',') + 1);
}

function clauseStart(words: readonly string[]): readonly string[] {
  return words.includes(',') ? words.slice(0, words.indexOf(',')) : words;
}

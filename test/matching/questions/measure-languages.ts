import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Matcher, Statement } from '../../../src/matching/matcher.ts';
import { createPlainBm25 } from './plain-bm25.ts';

const languageSchema = z.strictObject({
  claims: z.array(
    z.strictObject({
      says: z.string(),
      /** Texts that this claim answers. */
      asked: z.array(z.string()).default([]),
      /** The claim with another number or year. */
      changed: z.array(z.string()).default([]),
    }),
  ),
  /** Texts that no claim answers. */
  without: z.array(z.string()),
  /** Greetings, thanks and laughter. */
  chat: z.array(z.string()),
});

interface Asked {
  readonly text: string;
  readonly claim: string;
}

/** The claims and texts of one language. */
export interface LanguageSet {
  readonly language: string;
  readonly statements: readonly Statement[];
  readonly asked: readonly Asked[];
  readonly changed: readonly Asked[];
  readonly without: readonly string[];
  readonly chat: readonly string[];
}

export async function readLanguages(): Promise<LanguageSet[]> {
  const folder = new URL('languages/', import.meta.url);
  const files = (await readdir(folder)).sort();
  return Promise.all(
    files.map(async (file) => {
      const language = file.replace('.yaml', '');
      const set = languageSchema.parse(parse(await readFile(new URL(file, folder), 'utf8')));
      const idOf = (place: number) => `${language}/${place + 1}`;
      return {
        language,
        statements: set.claims.map(({ says }, place) => ({ id: idOf(place), text: says })),
        asked: set.claims.flatMap(({ asked }, place) =>
          asked.map((text) => ({ text, claim: idOf(place) })),
        ),
        changed: set.claims.flatMap(({ changed }, place) =>
          changed.map((text) => ({ text, claim: idOf(place) })),
        ),
        without: set.without,
        chat: set.chat,
      };
    }),
  );
}

/** Shares between 0 and 1. */
export interface LanguageFigures {
  /** Of texts that a claim answers: the claim is ranked first; MAP@5. */
  readonly rankedFirst: number;
  readonly meanPrecision: number;
  /** Of the same: answered with the claim and nothing said against it. */
  readonly rightAnswers: number;
  /** Of the same: answered with another claim. */
  readonly wrongAnswers: number;
  /** Of the same: answered with the claim, but a difference is stated where there is none. */
  readonly needlessDifferences: number;
  /** Of claims with another number: answered as if that were checked. */
  readonly missedChanges: number;
  /** Of texts without a claim: answered all the same. */
  readonly answeredWithout: number;
  /** Of greetings, thanks and laughter: not recognised. */
  readonly mistakenChat: number;
}

export interface MeasuredLanguage {
  readonly figures: LanguageFigures;
  /** What BM25 over words as written reaches. */
  readonly plain: Pick<LanguageFigures, 'rankedFirst' | 'meanPrecision'>;
  /** What went wrong, one line each, for whoever has to mend it. */
  readonly mistakes: readonly string[];
}

/** `matcher` may hold more than the statements of the language. */
export function measureLanguage(
  matcher: Matcher,
  { asked, changed, without, chat }: LanguageSet,
  statements: readonly Statement[],
): MeasuredLanguage {
  const mistakes: string[] = [];
  const note = (kind: string, text: string, detail = ''): true => {
    mistakes.push(`${kind}: ${text}${detail}`);
    return true;
  };
  const plain = createPlainBm25(statements);
  const textOf = new Map(statements.map(({ id, text }) => [id, text]));
  const withClaim = [...asked, ...changed];
  const places = withClaim.map(({ text, claim }) => {
    const { ranking } = matcher.match(text);
    const place = ranking.findIndex(({ id }) => id === claim);
    if (place !== 0) note('not first', text, ` → ${textOf.get(ranking[0]?.id ?? '') ?? 'nothing'}`);
    return place;
  });
  const plainPlaces = withClaim.map(({ text, claim }) => plain(text).indexOf(claim));

  let right = 0;
  let wrong = 0;
  let needless = 0;
  for (const { text, claim } of asked) {
    const { outcome, ranking, differences, confidence } = matcher.match(text);
    const isFirst = ranking[0]?.id === claim;
    if (outcome !== 'match') {
      note(outcome, text, ` (${confidence.toFixed(2)})`);
    } else if (!isFirst) {
      wrong += 1;
      note('wrong', text, ` → ${textOf.get(ranking[0]?.id ?? '')}`);
    } else if (differences.length > 0) {
      needless += 1;
      note('needless difference', text, ` ${JSON.stringify(differences)}`);
    } else right += 1;
  }
  const missed = changed.filter(({ text }) => {
    const { outcome, differences, confidence } = matcher.match(text);
    if (outcome === 'match' && differences.some(({ kind }) => kind === 'number' || kind === 'date'))
      return false;
    note('change not named', text, ` ${outcome} ${confidence.toFixed(2)}`);
    return outcome === 'match';
  });
  const answered = without.filter((text) => {
    const { outcome, ranking } = matcher.match(text);
    return (
      outcome === 'match' &&
      note('answered', text, ` → ${textOf.get(ranking[0]?.id ?? '') ?? ranking[0]?.id}`)
    );
  });
  const mistaken = chat.filter((text) => !matcher.match(text).nothingToCheck && note('chat', text));
  return {
    figures: {
      ...standingOf(places),
      rightAnswers: share(right, asked.length),
      wrongAnswers: share(wrong, asked.length),
      needlessDifferences: share(needless, asked.length),
      missedChanges: share(missed.length, changed.length),
      answeredWithout: share(answered.length, without.length),
      mistakenChat: share(mistaken.length, chat.length),
    },
    plain: standingOf(plainPlaces),
    mistakes,
  };
}

function standingOf(places: readonly number[]) {
  const precision = (place: number) => (place < 0 || place > 4 ? 0 : 1 / (place + 1));
  return {
    rankedFirst: share(places.filter((place) => place === 0).length, places.length),
    meanPrecision: share(
      places.reduce((sum, place) => sum + precision(place), 0),
      places.length,
    ),
  };
}

/** To three digits, as recorded. */
function share(part: number, whole: number): number {
  return Number((part / whole).toFixed(3));
}

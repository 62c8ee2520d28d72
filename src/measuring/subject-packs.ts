import type { Lexicon } from '../matching/index/lexicon.ts';
import type { Statement } from '../matching/matcher.ts';
import { createShortlister } from '../matching/ranking/shortlist.ts';
import { stopWords } from '../matching/text/stop-words.ts';
import { wordToTerm } from '../matching/text/terms.ts';
import { normaliseText, splitWords } from '../matching/text/text.ts';
import { createRandom } from './random.ts';
import { type TrainingExample, toExample } from './training-examples.ts';

export interface SubjectPacks {
  /** How many subjects, how many claims each pack has, and how many of its subject are left out, to be refused. */
  readonly count: number;
  readonly claims: number;
  readonly outside: number;
  readonly weight: number;
  readonly seed: number;
}

/**
 * Packs about one person, party or place, whose name stands in every claim and so tells nothing: what is asked besides
 * must. They are asked as people type, about claims of theirs, and about what else was claimed of the same subject.
 */
export function claimsToSubjectPackExamples(
  claims: readonly Statement[],
  lexicon: Lexicon,
  { count, claims: size, outside, weight, seed }: SubjectPacks,
): TrainingExample[] {
  const random = createRandom(seed);
  const subjects = [...claimsBySubject(claims)]
    .filter(([, about]) => about.length >= size + outside)
    .map((subject) => ({ subject, draw: random() }))
    .sort((one, other) => one.draw - other.draw)
    .slice(0, count);
  const casual = createCasualSpeech(lexicon, random);

  return subjects.flatMap(({ subject: [name, all] }, pack) => {
    const about = { set: 'subject packs', group: name, weight };
    const drawn = shuffle(all, random).slice(0, size + outside);
    const inside = drawn.slice(0, size);
    const setting = settings[pack % settings.length] ?? settings[0];
    const store = createShortlister(
      inside.map((claim) => setting.keep(claim, (text) => casual.say(text, name))),
      lexicon,
    );
    const twinsOf = createTwins(inside);
    return drawn.flatMap((claim, at) => {
      const accepted = new Set(twinsOf(claim).map(({ id }) => id));
      // Somebody else's wording of a claim that the pack has is neither a fair question nor a fair refusal.
      if (at >= size && accepted.size > 0) return [];
      const said = setting.ask(claim);
      const other = drawn[Math.floor(random() * drawn.length)] ?? claim;
      const neither = other === claim ? [] : [casual.mixed(said, other.title, name)];
      return [
        ...[said, casual.say(said, name), casual.say(said, name)].map((text) =>
          toExample(store, about, text, accepted),
        ),
        ...neither.map((text) => toExample(store, about, text, new Set())),
      ];
    });
  });
}

interface Titled extends Statement {
  readonly title: string;
}

/** What a pack keeps of a claim and its title, and what is asked: as claims come with and without wordings. */
const settings: readonly [Setting, ...Setting[]] = [
  {
    keep: ({ id, text, title }, casual) => ({
      id,
      text,
      wordings: [title, casual(text), casual(title)],
    }),
    ask: ({ text }) => text,
  },
  {
    keep: ({ id, text, title }, casual) => ({ id, text: title, wordings: [text, casual(text)] }),
    ask: ({ text }) => text,
  },
  { keep: ({ id, text }) => ({ id, text }), ask: ({ title }) => title },
];
interface Setting {
  readonly keep: (claim: Titled, casual: (text: string) => string) => Statement;
  readonly ask: (claim: Titled) => string;
}

/** Claims with a title, by the pairs of capitalised words inside their text. */
function claimsBySubject(claims: readonly Statement[]): Map<string, Titled[]> {
  const bySubject = new Map<string, Titled[]>();
  for (const { id, text, title } of claims) {
    if (!title || title === text) continue;
    const claim = { id, text, title };
    for (const [name] of text.matchAll(/(?<=\S )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b/gu)) {
      const about = bySubject.get(name) ?? [];
      if (about.at(-1) !== claim) about.push(claim);
      bySubject.set(name, about);
    }
  }
  return bySubject;
}

/** Shares of words that are kept as they are, said by a related word, and put in beside. */
const kept = 0.75;
const newWords = 0.4;

/** A claim as typed in a hurry: surname, some of the words, one or the other put otherwise, and a common word more. */
function createCasualSpeech(lexicon: Lexicon, random: () => number) {
  const pick = (size: number): number => Math.floor(random() * size);
  const otherWord = (folded: string): string => {
    const place = lexicon.placeOf(wordToTerm(folded).text);
    const related: string[] = [];
    if (place >= 0) {
      lexicon.eachRelated(place, (other, similarity) => {
        if (similarity >= leastAlike) related.push(lexicon.wordAt(other));
      });
    }
    return related[pick(related.length)] ?? folded;
  };
  const wordsOf = (text: string): string[] =>
    splitWords(normaliseText(text)).flatMap(({ folded }) => (stopWords.has(folded) ? [] : folded));
  /** Some of the words in their order, the surname of the subject among them. */
  const some = (text: string, subject: string, most: number): string[] => {
    const [first = '', last = ''] = subject.toLowerCase().split(' ');
    const words = [...new Set(wordsOf(text))].filter((word) => word !== first);
    const told = shuffle(words, random).filter((word) => word !== last);
    const chosen = new Set([...told.slice(0, 1 + pick(most)), last]);
    return words.filter((word) => chosen.has(word));
  };
  return {
    say(text: string, subject: string): string {
      const said = some(text, subject, 5).map((word) =>
        subject.toLowerCase().endsWith(word) || random() < kept ? word : otherWord(word),
      );
      if (random() < newWords) {
        said.splice(pick(said.length), 0, lexicon.wordAt(pick(commonWords)));
      }
      return said.join(' ');
    },
    /** Words of two claims, which together make neither. */
    mixed(text: string, other: string, subject: string): string {
      return [...new Set([...some(text, subject, 2), ...some(other, subject, 2)])].join(' ');
    },
  };
}

/** From this similarity on a related word may stand for the word. */
const leastAlike = 0.55;
/** Words so common that people put them beside any claim. */
const commonWords = 400;

/** From this share of common words on, two claims say nearly the same. */
const twinLikeness = 0.45;

function createTwins(claims: readonly Statement[]): (claim: Statement) => readonly Statement[] {
  const known = claims.map((claim) => ({ claim, terms: termsOf(claim.text) }));
  return (claim) => {
    const terms = termsOf(claim.text);
    return known.flatMap((other) => {
      const shared = [...terms].filter((term) => other.terms.has(term)).length;
      const isTwin = shared / (terms.size + other.terms.size - shared) >= twinLikeness;
      return other.claim.id === claim.id || isTwin ? [other.claim] : [];
    });
  };
}

function termsOf(text: string): Set<string> {
  return new Set(
    splitWords(normaliseText(text))
      .map(({ folded }) => wordToTerm(folded))
      .flatMap((term) => (term.kind === 'stop' ? [] : [term.text])),
  );
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, draw: random() }))
    .sort((one, other) => one.draw - other.draw)
    .map(({ item }) => item);
}

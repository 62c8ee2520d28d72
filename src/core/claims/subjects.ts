import type { Claim } from './claim.ts';
import type { Pack } from './pack.ts';
import { hasVerdict } from './verification.ts';

/** What a text names without saying anything about it: a person, a place, a topic. */
export interface Subject {
  /** The names in the order asked, as the packs write them. */
  readonly words: string;
  /** The checked claims about all of it, in pack order. */
  readonly claims: readonly Claim[];
}

export interface Subjects {
  /**
   * The subject that a text names and nothing else; undefined where it says more, or where no claim is about it. A text
   * names a subject alone where, without an opening such as "who is", every word is a name or a topic of the packs. A
   * name is a word that the packs write with a capital letter wherever they write it.
   */
  find(text: string, passes: (claim: Claim) => boolean): Subject | undefined;
}

/** More names than this are a sentence of some kind. */
const mostNames = 4;
/** In UTF-16 units. */
const longestSubject = 400;

export function createSubjects(packs: readonly Pack[]): Subjects {
  // Most sets are never asked for a subject, and this reads every text of theirs.
  let index: Index | undefined;
  return {
    find(text, passes) {
      if (text.length > longestSubject) return undefined;
      const names = namesIn(text);
      if (names.length === 0 || names.length > mostNames) return undefined;
      index ??= createIndex(packs);
      const entries = names.flatMap((name) => index?.get(name) ?? []);
      if (entries.length < names.length) return undefined;
      const [first, ...rest] = entries;
      const claims = [...(first?.claims ?? [])].filter(
        (claim) => passes(claim) && rest.every((entry) => entry.claims.has(claim)),
      );
      return claims.length === 0
        ? undefined
        : { words: entries.map(({ written }) => written).join(' '), claims };
    },
  };
}

interface Entry {
  readonly written: string;
  readonly claims: Set<Claim>;
}

type Index = ReadonlyMap<string, Entry>;

function createIndex(packs: readonly Pack[]): Index {
  const index = new Map<string, Entry>();
  const names = namesOf(packs);
  const add = (claim: Claim, written: string): void => {
    const key = wordKey(written);
    const entry = index.get(key) ?? { written, claims: new Set() };
    entry.claims.add(claim);
    index.set(key, entry);
  };
  const namesAmong = (words: readonly string[]): readonly string[] =>
    words.filter((word) => names.has(wordKey(word)));
  for (const pack of packs) {
    const about = namesAmong(wordsOf(pack.title));
    for (const claim of pack.claims) {
      if (!hasVerdict(claim.verification.status)) continue;
      const words = namesAmong(wordsOf(`${claim.claim} ${claim.claimant ?? ''}`));
      for (const word of [...words, ...about]) add(claim, word);
      for (const topic of claim.topics) for (const part of topic.split('-')) add(claim, part);
    }
  }
  return index;
}

/** The words that are never written small. */
function namesOf(packs: readonly Pack[]): ReadonlySet<string> {
  const texts = packs.flatMap((pack) =>
    pack.claims.flatMap(({ claim, claimant, summary }) => [claim, claimant ?? '', summary]),
  );
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const word of new Set(texts.flatMap(wordsOf))) {
    if (/^\p{Lu}/u.test(word)) capital.add(wordKey(word));
    else small.add(wordKey(word));
  }
  return new Set([...capital].filter((word) => !small.has(word)));
}

function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]+/gu) ?? []).map((word) =>
    word.replace(/['’]s?$/, ''),
  );
}

/** Equal for a name however it is typed: without accents, in small letters, without a final s. */
function wordKey(word: string): string {
  return plain(word).replace(/s$/, '');
}

function plain(text: string): string {
  // Most words of a large set, which would take as long again to take apart.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** What people put before a name to ask about it. */
const openings = [
  /(?:who|what)(?:['’]?s| is| was| are| were| about)?/,
  /(?:tell me|what do you (?:have|know)|anything|everything|all|facts?|claims?|info) (?:about|on)/,
  /(?:wer|was) (?:ist|war|sind)|(?:was (?:gibt es|hast du|weißt du)|alles|etwas|fakten|behauptungen) (?:zu|uber)/,
  /(?:quien|quienes|que) (?:es|era|fue|son)|(?:que (?:hay|sabes|tienes)|todo|algo|datos|afirmaciones) (?:de|sobre)/,
  /(?:qui|que) (?:est|etait|sont)|c['’]est (?:qui|quoi)|(?:tout|que savez-vous|que sais-tu|affirmations) (?:sur|de)/,
  /(?:quem|o que) (?:e|era|foi|sao)|(?:o que (?:tem|ha|voce sabe)|tudo|algo|afirmacoes) sobre/,
];
const opening = new RegExp(`^(?:${openings.map(({ source }) => source).join('|')})(?= )`, 'u');

/** What stands between two names. */
const joints = new Set('and the & y el la e und der die das et le les o a'.split(' '));

function namesIn(text: string): readonly string[] {
  return plain(text)
    .replace(/[?!.,:;"“”„«»？！。，：]+/g, ' ')
    .trim()
    .replace(opening, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !joints.has(word))
    .map((word) => wordKey(word.replace(/['’]s$/, '')));
}

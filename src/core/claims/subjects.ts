import { addPlace, openPlaces, type PackedPlaces, packPlaces } from '../../packed/packed-places.ts';
import { openStrings, type PackedStrings, packStrings } from '../../packed/packed-strings.ts';
import type { Claim } from './claim.ts';
import type { Claims } from './claim-list.ts';
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

/** What is named, by the claims about it, in typed arrays. */
export type PackedSubjects = {
  /** Places of claims in pack order, by the key of a word. */
  readonly places: PackedPlaces;
  /** Each key as the packs write it first. */
  readonly written: PackedStrings;
};

export function openSubjects(packed: PackedSubjects, claims: Claims): Subjects {
  const places = openPlaces(packed.places);
  const written = openStrings(packed.written);
  return {
    find(text, passes) {
      if (text.length > longestSubject) return undefined;
      const names = namesIn(text);
      if (names.length === 0 || names.length > mostNames) return undefined;
      const numbers = names.map(places.find);
      if (numbers.includes(-1)) return undefined;
      const [first = [], ...rest] = numbers.map(places.at);
      const others = rest.map((about) => new Set(about));
      const found = [...first]
        .filter((place) => others.every((about) => about.has(place)))
        .flatMap((place) => claims.at(place) ?? [])
        .filter((claim) => hasVerdict(claim.verification.status) && passes(claim));
      return found.length === 0
        ? undefined
        : { words: numbers.map(written.at).join(' '), claims: found };
    },
  };
}

export function packSubjects(packs: readonly Pack[]): PackedSubjects {
  const places = new Map<string, number[]>();
  const written: string[] = [];
  const names = namesOf(packs);
  const add = (place: number, word: string): void => {
    const key = wordKey(word);
    if (!places.has(key)) written.push(word);
    addPlace(places, key, place);
  };
  const namesAmong = (words: readonly string[]): readonly string[] =>
    words.filter((word) => names.has(wordKey(word)));
  let place = -1;
  for (const pack of packs) {
    const about = namesAmong(wordsOf(pack.title));
    for (const claim of pack.claims) {
      place += 1;
      const words = namesAmong(wordsOf(`${claim.claim} ${claim.claimant ?? ''}`));
      for (const word of [...words, ...about]) add(place, word);
      for (const topic of claim.topics) for (const part of topic.split('-')) add(place, part);
    }
  }
  return { places: packPlaces(places), written: packStrings(written) };
}

/** The words that are never written small. */
function namesOf(packs: readonly Pack[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { claim, claimant, summary } of packs.flatMap((pack) => [...pack.claims])) {
    for (const word of wordsOf(`${claim} ${claimant ?? ''} ${summary}`)) words.add(word);
  }
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const word of words) (/^\p{Lu}/u.test(word) ? capital : small).add(wordKey(word));
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

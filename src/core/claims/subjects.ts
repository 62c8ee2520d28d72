import { openPlaces, type PackedPlaces } from '../../packed/packed-places.ts';
import { openStrings, type PackedStrings } from '../../packed/packed-strings.ts';
import type { ClaimRef } from './claim.ts';
import { plain, wordKey } from './subject-words.ts';

/** What a text names without saying anything about it: a person, a place, a topic. */
export interface Subject {
  /** The names in the order asked, as the packs write them. */
  readonly words: string;
  /** The checked claims about all of it, which may be a great part of an archive: in the order of their shelves and packs. */
  readonly refs: readonly ClaimRef[];
}

/** The same of one shelf, with the places of those claims; never none. */
interface FoundSubject extends Pick<Subject, 'words'> {
  readonly places: readonly number[];
}

export interface Subjects {
  /**
   * The subject that a text names and nothing else; undefined where it says more, or where no claim is about it. A text
   * names a subject alone where, without an opening such as "who is", every word is a name or a topic of the packs. A
   * name is a word that the packs write with a capital letter wherever they write it.
   */
  find(text: string, passes: (place: number) => boolean): FoundSubject | undefined;
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

export function openSubjects(packed: PackedSubjects): Subjects {
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
      const found = [...first].filter(
        (place) => others.every((about) => about.has(place)) && passes(place),
      );
      return found.length === 0
        ? undefined
        : { words: numbers.map(written.at).join(' '), places: found };
    },
  };
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

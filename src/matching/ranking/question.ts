import { eachTerm } from '../index/each-term.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { StatementIndex } from '../index/statement-index.ts';
import { synonymLikeness, synonymsOf } from '../index/synonyms.ts';
import { stopTerm, unknownTerm } from '../index/vocabulary.ts';
import type { CorrectWord } from '../spelling/spelling.ts';
import { chatShare, isChatSpeak } from '../text/chat-speak.ts';
import { canonicalLink } from '../text/links.ts';
import type { Message } from '../text/message.ts';
import { wordToTerm } from '../text/terms.ts';
import { splitWords, type Word } from '../text/text.ts';
import { splitTags } from './tags.ts';

/** One distinct word of a message that says something. */
export interface AskedTerm {
  readonly text: string;
  /** Its number in the index, or `unknownTerm`. */
  readonly term: number;
  /** How rare it is; an unknown word is as rare as can be, unless it is common in general. */
  readonly rarity: number;
  /** Rarity, less where it is doubtful that the message means this term. */
  readonly weight: number;
  /** The message does not say it itself: the name and month under a pasted post. */
  readonly isSigned: boolean;
  /** Its place in the lexicon, or -1. */
  readonly lexiconPlace: number;
}

/** A term that statements have, and the word of the message that it is related to most. */
export interface RelatedTerm {
  readonly term: number;
  /** Place in `terms` of the message's word. */
  readonly place: number;
  readonly similarity: number;
  /** People use it for the word; others only keep the same company. */
  readonly isSynonym: boolean;
}

/** What a message asks for, in the terms of one index. */
export interface Question {
  readonly terms: readonly AskedTerm[];
  /** Places in `terms` in reading order. */
  readonly sequence: readonly number[];
  /** Terms that the message does not have, each once. */
  readonly related: readonly RelatedTerm[];
  /** Rarity of all the words said, known and unknown, each once. */
  readonly mass: number;
  readonly unknownMass: number;
}

export type ReadQuestion = (message: Message, correctWord: CorrectWord) => Question;

/** More words than this say no more about which claim is meant; those that weigh most stay, unknown ones last. */
export const mostTerms = 96;
/** Reading on would cost time and find nothing new. */
const mostWords = 1500;

/** Who posted and when is often, but not always, part of the claim. Tuned. */
const signatureTrust = 0.7;

export function createQuestionReader(index: StatementIndex, lexicon: Lexicon): ReadQuestion {
  const { vocabulary, rarities, unknownRarity, lexiconPlaces, generalRarityAt } = index;

  return (message, correctWord) => {
    const places = new Map<number | string, number>();
    const terms: AskedTerm[] = [];
    const sequence: number[] = [];
    let wordsRead = 0;
    let unknown = 0;
    const add = (key: number | string, term: () => AskedTerm): void => {
      let place = places.get(key);
      if (place === undefined) {
        place = terms.length;
        const asked = term();
        places.set(key, place);
        terms.push(asked);
      }
      if (!terms[place]?.isSigned) sequence.push(place);
    };
    /** `share` is what is left of its rarity. */
    const addKnown = (term: number, trust: number, isSigned: boolean, share = 1): void => {
      add(term, () => {
        const rarity = (rarities[term] ?? 0) * share;
        const lexiconPlace = lexiconPlaces[term] ?? -1;
        const text = vocabulary.terms.at(term);
        return { text, term, rarity, weight: rarity * trust, isSigned, lexiconPlace };
      });
    };
    const addUnknown = (folded: string): void => {
      const { text } = wordToTerm(folded);
      // Those that come later would not be kept.
      if (unknown >= mostTerms && !places.has(text)) return;
      add(text, () => {
        unknown += 1;
        const lexiconPlace = lexicon.placeOf(text);
        const rarity = Math.min(unknownRarity, generalRarityAt(lexiconPlace));
        return { text, term: unknownTerm, rarity, weight: 0, isSigned: false, lexiconPlace };
      });
    };
    const read = (words: readonly Word[], isSigned: boolean): void => {
      const trust = isSigned ? signatureTrust : 1;
      const isChat = !isSigned && isChatSpeak(words);
      let current = '';
      eachTerm(
        words,
        (folded) => {
          current = folded;
          return vocabulary.termOf(folded);
        },
        (term, place) => {
          if (term === stopTerm || wordsRead >= mostWords) return;
          wordsRead += 1;
          if (term !== unknownTerm) {
            const share = isChat ? chatShare(words[place]?.written ?? '') : 1;
            return addKnown(term, trust, isSigned, share);
          }
          const correction = correctWord(current);
          for (const meant of correction?.terms ?? []) {
            if (meant >= 0) addKnown(meant, trust * (correction?.trust ?? 0), isSigned);
          }
          if (correction === undefined && !isSigned) addUnknown(current);
        },
      );
    };

    read(splitTags(splitWords(message.text, mostWords), message.text, vocabulary), false);
    if (message.signature) {
      read(splitTags(splitWords(message.signature), message.signature, vocabulary), true);
    }
    for (const url of message.urls) {
      const term = vocabulary.termOf(canonicalLink(url));
      if (term >= 0) addKnown(term, 1, false);
    }
    const { kept, order } = keepWeightiest(terms, sequence);
    return {
      terms: kept,
      sequence: order,
      related: relatedTerms(kept, index, lexicon),
      ...massOf(kept),
    };
  };
}

function keepWeightiest(terms: readonly AskedTerm[], sequence: readonly number[]) {
  if (terms.length <= mostTerms) return { kept: terms, order: sequence };
  const kept = terms.toSorted((one, other) => other.weight - one.weight).slice(0, mostTerms);
  const placeNow = new Map(kept.map((term, place) => [term, place]));
  const order = sequence.flatMap((place) => {
    const term = terms[place];
    return (term && placeNow.get(term)) ?? [];
  });
  return { kept, order };
}

function relatedTerms(
  terms: readonly AskedTerm[],
  { lexiconTerms, vocabulary }: StatementIndex,
  lexicon: Lexicon,
): RelatedTerm[] {
  const asked = new Set(terms.map(({ term }) => term));
  const best = new Map<number, RelatedTerm>();
  const relate = (term: number, place: number, similarity: number, isSynonym: boolean): void => {
    if (term < 0 || asked.has(term) || similarity <= (best.get(term)?.similarity ?? 0)) return;
    best.set(term, { term, place, similarity, isSynonym });
  };
  terms.forEach(({ text, lexiconPlace, isSigned }, place) => {
    if (isSigned) return;
    for (const synonym of synonymsOf(text)) {
      relate(vocabulary.placeOf(synonym), place, synonymLikeness, true);
    }
    if (lexiconPlace < 0) return;
    lexicon.eachRelated(lexiconPlace, (other, similarity) => {
      // Words that are always together mean two things all the same, as "democrat" and "republican" do.
      relate(lexiconTerms[other] ?? -1, place, Math.min(similarity, synonymLikeness), false);
    });
  });
  return [...best.values()];
}

function massOf(terms: readonly AskedTerm[]) {
  let mass = 0;
  let unknownMass = 0;
  for (const { term, rarity, isSigned } of terms) {
    if (isSigned) continue;
    mass += rarity;
    if (term === unknownTerm) unknownMass += rarity;
  }
  return { mass, unknownMass };
}

import { agreedOn, goesWith } from './agreement.ts';
import { labelWords } from './label-key.ts';
import { type LabelMeanings, labelMeanings, type Reading } from './label-meanings.ts';
import { formsOf, holdsTurn, withoutHeading } from './phrasing.ts';
import { readConclusion } from './read-conclusion.ts';

export interface Label {
  readonly label: string;
  /** The publisher's site, such as `politifact.com`; else its name. */
  readonly site: string;
  /** BCP 47 tag of the label. */
  readonly language: string;
}

/** From so many words on, a label is a sentence: nobody need say what it means, since it says so itself. */
const fewestWordsOfSentence = 8;
/** A remark behind a verdict, such as "& Fiction!", which may be another verdict. More words are a reason. */
const mostWordsOfRemark = 6;

/** What a publisher's words mean: as a whole, as verdicts side by side, before a reason, or in a conclusion. */
export function readLabel({ label, site, language }: Label): Reading {
  const text = label.normalize('NFKC').replace(/^\d+ \[(.*)\]$/s, '$1');
  if (isNoRating(text)) return null;
  const meanings = labelMeanings(site, language);
  const whole = wholeLabel(text, meanings);
  if (whole !== undefined) return whole;
  const rating = withoutHeading(text);
  const listed = verdictsIn(rating, meanings);
  const reading =
    listed === undefined
      ? (verdictBeforeReason(rating, meanings) ?? readConclusion(rating, meanings.languages))
      : agreedOn(listed);
  return reading === undefined && isSentence(text) ? null : reading;
}

/** A dash, an address, a question: something that stands where the rating should. */
function isNoRating(text: string): boolean {
  return (
    labelWords(text).length === 0 ||
    /^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(text) ||
    /^[^.!:;।۔。]*[?؟]\s*$/.test(text)
  );
}

function isSentence(text: string): boolean {
  return labelWords(text).length >= fewestWordsOfSentence;
}

function wholeLabel(text: string, { meaningOf }: LabelMeanings): Reading {
  return formsOf(text)
    .map(meaningOf)
    .find((meaning) => meaning !== undefined);
}

/** "false/fabricated", "Truth! & Unproven!": what each part means, where all of them are known. */
function verdictsIn(text: string, meanings: LabelMeanings): readonly Reading[] | undefined {
  const parts = text
    .split(/[/&,،、;|+!]|\s(?:and|und|y|e|et|en|и|та|і|و|और|અને|dan|ve|i)\s/i)
    .filter((part) => labelWords(part).length > 0);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const readings = parts.map((part) => wholeLabel(part, meanings));
  return readings.includes(undefined) ? undefined : readings;
}

/** "False. The picture is from 2012.": the verdict, unless what follows takes some of it back. */
function verdictBeforeReason(text: string, meanings: LabelMeanings): Reading {
  const [, verdict, reason] = text.match(/^(.{2,60}?)(?:[.:!;।۔。؛]\s*|\s+[-–—]+\s+)(.*)$/su) ?? [];
  if (verdict === undefined || reason === undefined) return undefined;
  const meaning = wholeLabel(verdict, meanings);
  if (meanings.startsWithVerdict || meaning === undefined) return meaning;
  const isTakenBack =
    holdsTurn(reason) ||
    !verdictsBeside(reason, meanings).every((other) => goesWith(meaning, other));
  return isTakenBack ? undefined : meaning;
}

/** The verdicts that a remark or a reason holds itself. */
function verdictsBeside(reason: string, meanings: LabelMeanings): readonly Reading[] {
  const words = labelWords(reason);
  if (words.length > mostWordsOfRemark) return [readConclusion(reason, meanings.languages)];
  return words.flatMap((_, from) =>
    words
      .slice(from)
      .map((__, length) => meanings.meaningOf(words.slice(from, from + length + 1).join(' '))),
  );
}

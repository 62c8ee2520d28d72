const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences of a message, without the ones that are only marks, numbers or a link. */
export function splitSentences(text: string): readonly string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /\p{L}{2}/u.test(sentence.replace(/https?:\S+/g, '')));
}

/** The parts of a statement; each is kept apart, so that a text can be compared with one wording at a time. */
export const parts = ['text', 'title', 'subtitle', 'wording', 'topic', 'claimant', 'link'] as const;
export type Part = (typeof parts)[number];

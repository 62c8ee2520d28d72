/** What a column of a table of checks can hold. */
export const importFields = [
  'claim',
  'rating',
  'ratingValue',
  'bestRating',
  'worstRating',
  'summary',
  'title',
  'address',
  'sources',
  'date',
  'modified',
  'expires',
  'withdrawn',
  'correction',
  'publisher',
  'claimant',
  'occasion',
  'topics',
  'wordings',
  'language',
] as const;
export type ImportField = (typeof importFields)[number];

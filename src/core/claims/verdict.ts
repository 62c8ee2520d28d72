/** What a check found. The scale and its meanings are printed in every pack's `pack.yaml`. */
export const verdicts = [
  'true',
  'mostly-true',
  'mixed',
  'mostly-false',
  'false',
  'misleading',
  'outdated',
  'satire',
  'unverified',
  'opinion',
] as const;
export type Verdict = (typeof verdicts)[number];

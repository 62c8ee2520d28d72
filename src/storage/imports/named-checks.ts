/** Each check has its type once, and what it says of a claim: what is looked for in a text that can't be parsed. */
const names = [/\bClaimReview\b/g, /\b(?:claimReviewed|textualRating)\b/g];

/** Where the checks stand that a text names, whatever is broken in it: of the names that every check has, the more frequent. */
export function namedChecks(text: string): readonly number[] {
  const [types = [], claims = []] = names.map((name) =>
    Array.from(text.matchAll(name), ({ index }) => index),
  );
  return types.length > claims.length ? types : claims;
}

import type { ClaimParts } from './claim-parts.ts';
import { answeredTexts, nearMissTexts, type Written, wordingKey } from './claim-texts.ts';
import type { FieldMistake } from './field-mistake.ts';
import type { Mistake } from './mistake.ts';

/** A claim that was read somewhere, and how a mistake in it is given its place there. */
interface PlacedClaim {
  readonly parts: ClaimParts;
  place(found: readonly FieldMistake[]): readonly Mistake[];
}

/** Words that two claims answer to, or that a claim both answers to and must not answer to. */
export function repeatedTexts(claims: readonly PlacedClaim[]): readonly Mistake[] {
  const owners = new Map<string, { claim: PlacedClaim; written: Written }>();
  const repeated = claims.flatMap((claim) =>
    answeredTexts(claim.parts).flatMap((written) => {
      const key = wordingKey(written.text);
      if (key === '') {
        const message = `"${written.text}" holds no words: write what people say`;
        return claim.place([{ path: written.path, message }]);
      }
      const owner = owners.get(key);
      if (!owner) {
        owners.set(key, { claim, written });
        return [];
      }
      const [first] = owner.claim.place([{ path: owner.written.path, message: '' }]);
      const place = first ? `${first.field} at ${first.file}:${first.line}` : 'another claim';
      const message = `"${written.text}" is also ${place}: keep it in one place`;
      return claim.place([{ path: written.path, message }]);
    }),
  );
  const contradicted = claims.flatMap((claim) => {
    // Most have none, and to bring all that a claim answers to into one form takes a while.
    if (!claim.parts.nearMisses?.length) return [];
    const answered = new Set(answeredTexts(claim.parts).map(({ text }) => wordingKey(text)));
    return nearMissTexts(claim.parts)
      .filter(({ text }) => answered.has(wordingKey(text)))
      .flatMap(({ path, text }) =>
        claim.place([
          { path, message: `"${text}" is also what this claim answers to: remove one of the two` },
        ]),
      );
  });
  return [...repeated, ...contradicted];
}

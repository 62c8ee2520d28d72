import {
  answeredTexts,
  nearMissTexts,
  type Written,
  wordingKey,
} from '../../core/claims/claim-texts.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { CheckedClaim } from './checked-pack.ts';

/** Ids that do not name their file, or that another claim of the pack has. */
export function repeatedIds(claims: readonly CheckedClaim[]): readonly Mistake[] {
  const stems = Map.groupBy(claims, ({ pack, source }) => `${pack}/${source.stem}`);
  const seen = new Map<string, CheckedClaim>();
  return claims.flatMap((claim) => {
    const { id } = claim.parts;
    if (id === undefined) return [];
    const ref = `${claim.pack}/${id}`;
    // The file that is named after the id is the one that may keep it.
    const owner = stems.get(ref)?.[0] ?? seen.get(ref);
    if (!seen.has(ref)) seen.set(ref, claim);
    if (owner && owner !== claim) {
      const message = `"${id}" is the id of ${owner.source.file}: give this claim an id of its own`;
      return claim.place([{ path: ['id'], message }]);
    }
    if (id === claim.source.stem) return [];
    const message = `"${id}" is not the file's name: write "${claim.source.stem}", or rename the file to ${id}.yaml`;
    return claim.place([{ path: ['id'], message }]);
  });
}

/** Words that two claims answer to, or that a claim both answers to and must not answer to. */
export function repeatedTexts(claims: readonly CheckedClaim[]): readonly Mistake[] {
  const owners = new Map<string, { claim: CheckedClaim; written: Written }>();
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

import type { Day } from './calendar.ts';
import { type Claim, claimSchema } from './claim.ts';
import { dataToClaimParts } from './claim-parts.ts';
import { answeredTexts, nearMissTexts } from './claim-texts.ts';
import { claimsHolding } from './claims-holding.ts';
import { type FieldMistake, fieldPathToText } from './field-mistake.ts';
import type { Pack } from './pack.ts';
import { claimInPackMistakes, claimMistakes } from './pack-rules.ts';
import { repeatedTexts } from './repeated-texts.ts';
import { createSchemaMistakes } from './schema-mistakes.ts';

const schemaMistakes = createSchemaMistakes(claimSchema);

/**
 * What a reload would say of a claim that is no file yet, as sentences: the rules of the packs, among the claims of all of them.
 * A claim of the same name is taken for an earlier state of this one.
 */
export function claimProblems(
  data: unknown,
  pack: Pack,
  packs: readonly Pack[],
  today: Day,
): readonly string[] {
  const parts = dataToClaimParts(data);
  const { error } = claimSchema.safeParse(data);
  const found: FieldMistake[] = [
    ...(error ? schemaMistakes(data, error) : []),
    ...claimMistakes(parts, today),
    ...claimInPackMistakes(data, parts, pack, 'pack.yaml'),
  ];
  const texts = [...answeredTexts(parts), ...nearMissTexts(parts)].map(({ text }) => text);
  const others = claimsHolding(packs, texts).filter(
    ({ ref }) => ref !== `${pack.name}/${parts.id}`,
  );
  const placed = [
    ...others.map((claim) => ({ parts: dataToClaimParts(claim), place: () => [placeOf(claim)] })),
    {
      parts,
      place(repeated: readonly FieldMistake[]) {
        found.push(...repeated.filter(({ message }) => message !== ''));
        return [];
      },
    },
  ];
  repeatedTexts(placed);
  return found.map(({ path, message }) => `${fieldPathToText(path) || 'claim'}: ${message}`);
}

function placeOf({ ref }: Claim) {
  return { file: ref, line: 1, column: 1, field: 'claim', message: '' };
}

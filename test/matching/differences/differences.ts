import { compare } from '../../../src/matching/differences/compare.ts';
import type { Statement } from '../../../src/matching/matcher.ts';

/** Where the asker's text differs from the claim: "kind: asker's words ≠ claim's words". */
export function differences(asked: string, claim: string | Omit<Statement, 'id'>): string[] {
  const statement = typeof claim === 'string' ? { text: claim } : claim;
  return compare(asked, { id: 'claim', ...statement }).map(
    (difference) => `${difference.kind}: ${difference.asked} ≠ ${difference.checked}`,
  );
}

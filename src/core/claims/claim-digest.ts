import { createHash } from 'node:crypto';
import type { Claim } from './claim.ts';

/** Equal for equal claims: the first eight bytes of SHA-256. */
export function claimDigest(claim: Claim): bigint {
  return createHash('sha256').update(JSON.stringify(claim)).digest().readBigUInt64LE();
}

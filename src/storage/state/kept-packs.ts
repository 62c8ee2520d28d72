import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { Claim } from '../../core/claims/claim.ts';
import { type Claims, joinClaims } from '../../core/claims/claim-list.ts';
import { type Pack, packSchema } from '../../core/claims/pack.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { keptClaimSchema } from './kept-claim.ts';

/**
 * The packs of a set in the ledger: what the packs are, and their claims, compressed, in pieces of which each is made, written
 * and read in a few milliseconds. Between two of them whatever else waits has its turn, however many claims there are.
 */
export interface KeptPacks {
  put(fingerprint: string, packs: readonly Pack[]): Promise<void>;
  /** Undefined where they are not kept, are damaged, or were by a version whose claims this one can't read. */
  get(fingerprint: string): Promise<readonly Pack[] | undefined>;
  remove(fingerprints: readonly string[]): Promise<void>;
}

const prefix = 'claim-set-packs ';

/** A piece of so many claims is some hundred kilobytes before it is compressed. */
const claimsInPiece = 100;

/** Far more than a piece holds, so that a damaged record does not fill the memory. */
const maxPieceBytes = 32 * 1024 * 1024;

/** What `pack.yaml` says, without `claims`, and what the reading adds to it. */
const aboutSchema = packSchema.extend({
  file: z.string().exactOptional(),
  copy: z.string().exactOptional(),
  fileOn: z.string().exactOptional(),
  rejects: z.number().exactOptional(),
});

/** Exported for tests: docs/privacy.md names what is in it. */
export const headSchema = z.array(
  z.object({ about: aboutSchema, claims: z.number().int().nonnegative().max(10_000_000) }),
);
const pieceSchema: z.ZodType<readonly Claim[]> = z.array(keptClaimSchema);
type Head = z.infer<typeof headSchema>;

export function createKeptPacks(ledger: Ledger): KeptPacks {
  async function readHead(fingerprint: string): Promise<Head | undefined> {
    const record = await ledger.get(`${prefix}${fingerprint}`);
    return headSchema.safeParse(record?.value).data;
  }

  return {
    async put(fingerprint, packs) {
      const claims = joinClaims(packs.map((pack) => pack.claims));
      for (const [piece, key] of pieceKeys(fingerprint, claims.length).entries()) {
        const start = piece * claimsInPiece;
        await ledger.put(key, await pieceToText(claimsFrom(claims, start)));
      }
      // Last, so that what has a head is whole.
      const head = packs.map(({ claims, ...about }) => ({ about, claims: claims.length }));
      await ledger.put(`${prefix}${fingerprint}`, head);
    },
    async get(fingerprint) {
      const head = await readHead(fingerprint);
      if (!head) return undefined;
      const claims: Claim[] = [];
      for (const key of pieceKeys(fingerprint, countClaims(head))) {
        const piece = await textToPiece((await ledger.get(key))?.value);
        if (!piece) return undefined;
        claims.push(...piece);
      }
      return claims.length === countClaims(head) ? shareOut(claims, head) : undefined;
    },
    async remove(fingerprints) {
      for (const fingerprint of fingerprints) {
        const pieces = pieceKeys(fingerprint, countClaims((await readHead(fingerprint)) ?? []));
        await ledger.remove([`${prefix}${fingerprint}`, ...pieces]);
      }
    },
  };
}

function pieceKeys(fingerprint: string, claims: number): readonly string[] {
  const pieces = Math.ceil(claims / claimsInPiece);
  return Array.from({ length: pieces }, (_, piece) => `${prefix}${fingerprint} ${piece}`);
}

function countClaims(head: Head): number {
  return head.reduce((sum, { claims }) => sum + claims, 0);
}

function shareOut(claims: readonly Claim[], head: Head): readonly Pack[] {
  let end = 0;
  return head.map(({ about, claims: count }) => {
    end += count;
    return { ...about, claims: claims.slice(end - count, end) };
  });
}

function claimsFrom(claims: Claims, start: number): readonly Claim[] {
  return Array.from({ length: claimsInPiece }, (_, at) => claims.at(start + at) ?? []).flat();
}

async function pieceToText(claims: readonly Claim[]): Promise<string> {
  return (await promisify(gzip)(JSON.stringify(claims))).toString('base64');
}

async function textToPiece(text: unknown): Promise<readonly Claim[] | undefined> {
  try {
    const bytes = Buffer.from(z.string().parse(text), 'base64');
    const json = await promisify(gunzip)(bytes, { maxOutputLength: maxPieceBytes });
    return pieceSchema.parse(JSON.parse(json.toString()));
  } catch {
    // Damaged, or of another version: as good as not kept.
    return undefined;
  }
}

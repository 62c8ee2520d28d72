import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import type { Claim } from '../../core/claims/claim.ts';
import { claimDigest } from '../../core/claims/claim-digest.ts';
import { type Claims, idsOf } from '../../core/claims/claim-list.ts';
import type { DigestOf } from '../../core/claims/kept-sets.ts';
import { othersTurn } from '../../core/claims/others-turn.ts';
import { type Pack, packSchema } from '../../core/claims/pack.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import { keptClaimSchema } from './kept-claim.ts';

/**
 * The packs of a set in the ledger: what the packs are, and their claims, compressed, in pieces of which each is made, written
 * and read in a few milliseconds. Between two of them whatever else waits has its turn, however many claims there are. What sets have
 * in common lies there once: of a set with one claim that is another, one piece or two are written.
 */
export interface KeptPacks {
  /** @param like sets that are kept, and stay at least as long as this takes: their pieces are not written again */
  put(
    fingerprint: string,
    packs: readonly Pack[],
    digestOf: DigestOf,
    like: readonly string[],
  ): Promise<void>;
  /** Undefined where they are not kept, are damaged, or were by a version whose claims this one can't read. */
  get(fingerprint: string): Promise<readonly Pack[] | undefined>;
  /** @param others all sets that are kept beside these: what they need stays */
  remove(fingerprints: readonly string[], others: readonly string[]): Promise<void>;
}

const prefix = 'claim-set-packs ';

/** A piece of so many claims is some hundred kilobytes before it is compressed. */
const claimsInPiece = 100;

/**
 * A piece ends behind a claim whose digest is a multiple of this, or where it is full: so that behind a claim that was added or taken
 * out the pieces are soon the same again.
 */
const endsAtMultipleOf = 64n;

/** So many claims are looked at in about a millisecond. */
const claimsAtOnce = 1000;

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
  z.object({
    about: aboutSchema,
    claims: z.number().int().nonnegative().max(10_000_000),
    /** Each by the set that it was written for and its digest. Those of earlier versions have numbers, over all packs of the set. */
    pieces: z.array(z.templateLiteral([z.string(), ' ', z.string()])).exactOptional(),
  }),
);
const pieceSchema: z.ZodType<readonly Claim[]> = z.array(keptClaimSchema);
type Head = z.infer<typeof headSchema>;
type PieceName = NonNullable<Head[number]['pieces']>[number];

export function createKeptPacks(ledger: Ledger): KeptPacks {
  async function readHead(fingerprint: string): Promise<Head | undefined> {
    const record = await ledger.get(`${prefix}${fingerprint}`);
    return headSchema.safeParse(record?.value).data;
  }

  async function piecesOf(fingerprints: readonly string[]): Promise<ReadonlySet<PieceName>> {
    const names = new Set<PieceName>();
    for (const fingerprint of fingerprints) {
      for (const name of piecesIn(fingerprint, await readHead(fingerprint))) names.add(name);
    }
    return names;
  }

  async function removePieces(
    names: readonly PieceName[],
    needed: ReadonlySet<PieceName>,
  ): Promise<void> {
    const idle = names.filter((name) => !needed.has(name));
    await ledger.remove(idle.map((name) => `${prefix}${name}`));
  }

  return {
    async put(fingerprint, packs, digestOf, like) {
      const written = new Map(
        Array.from(await piecesOf(like), (name) => [name.split(' ')[1] ?? '', name]),
      );
      const head: Head[number][] = [];
      for (const { claims, ...about } of packs) {
        const pieces: PieceName[] = [];
        for await (const { start, end, digest } of cutIntoPieces(about.name, claims, digestOf)) {
          const known = written.get(digest);
          const name = known ?? `${fingerprint} ${digest}`;
          if (!known) {
            await ledger.put(`${prefix}${name}`, await pieceToText(claimsFrom(claims, start, end)));
          }
          written.set(digest, name);
          pieces.push(name);
        }
        head.push({ about, claims: claims.length, pieces });
      }
      const earlier = await readHead(fingerprint);
      // Last, so that what has a head is whole.
      await ledger.put(`${prefix}${fingerprint}`, head);
      // Of decisions over the same files only the last are kept.
      if (like.includes(fingerprint)) {
        await removePieces(piecesIn(fingerprint, earlier), await piecesOf(like));
      }
    },
    async get(fingerprint) {
      const head = await readHead(fingerprint);
      if (!head) return undefined;
      const claims: Claim[] = [];
      for (const name of piecesIn(fingerprint, head)) {
        const piece = await textToPiece((await ledger.get(`${prefix}${name}`))?.value);
        if (!piece) return undefined;
        claims.push(...piece);
      }
      return claims.length === countClaims(head) ? shareOut(claims, head) : undefined;
    },
    async remove(fingerprints, others) {
      const needed = await piecesOf(others);
      for (const fingerprint of fingerprints) {
        const pieces = piecesIn(fingerprint, await readHead(fingerprint));
        await ledger.remove([`${prefix}${fingerprint}`]);
        await removePieces(pieces, needed);
      }
    },
  };
}

/** In the order of their claims. */
function piecesIn(fingerprint: string, head: Head = []): readonly PieceName[] {
  if (head.every(({ pieces }) => pieces)) return head.flatMap(({ pieces = [] }) => pieces);
  const length = Math.ceil(countClaims(head) / claimsInPiece);
  return Array.from({ length }, (_, piece): PieceName => `${fingerprint} ${piece}`);
}

interface Piece {
  /** From here up to `end`, without it. */
  readonly start: number;
  readonly end: number;
  /** Equal for pieces with equal claims. */
  readonly digest: string;
}

/** Looks at the claims' digests alone. Gives way to other work between some of them. */
async function* cutIntoPieces(
  pack: string,
  claims: Pack['claims'],
  digestOf: DigestOf,
): AsyncGenerator<Piece> {
  const ids = idsOf(claims);
  let start = 0;
  let hash = createHash('sha256');
  for (let place = 0; place < claims.length; place += 1) {
    const digest = digestOf(`${pack}/${ids.at(place)}`) ?? digestAt(claims, place);
    hash.update(digest.toString(36)).update(' ');
    const end = place + 1;
    const isFull = end - start === claimsInPiece || end === claims.length;
    if (isFull || digest % endsAtMultipleOf === 0n) {
      yield { start, end, digest: hash.digest('base64url') };
      start = end;
      hash = createHash('sha256');
    }
    if (end % claimsAtOnce === 0) await othersTurn();
  }
}

function digestAt(claims: Claims, place: number): bigint {
  const claim = claims.at(place);
  return claim ? claimDigest(claim) : 0n;
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

function claimsFrom(claims: Claims, start: number, end: number): readonly Claim[] {
  return Array.from({ length: end - start }, (_, at) => claims.at(start + at) ?? []).flat();
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

import { join } from 'node:path';
import type { Day } from '../../core/claims/calendar.ts';
import { type Claim, type ClaimFile, claimSchema } from '../../core/claims/claim.ts';
import { type ClaimParts, dataToClaimParts } from '../../core/claims/claim-parts.ts';
import { isFeed } from '../../core/claims/feed.ts';
import type { FieldMistake } from '../../core/claims/field-mistake.ts';
import { fileToClaim } from '../../core/claims/file-to-claim.ts';
import { loadedWordWarnings } from '../../core/claims/loaded-words.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import { type Pack, type PackFile, packSchema } from '../../core/claims/pack.ts';
import { claimInPackMistakes, claimMistakes } from '../../core/claims/pack-rules.ts';
import { type CheckedFile, createFileCheck } from './checked-file.ts';
import { type PackFolder, shownPath } from './pack-files.ts';

export interface CheckedClaim extends CheckedFile<ClaimFile> {
  readonly pack: string;
  /** What is valid in the file by itself, even if the whole does not fit the schema. */
  readonly parts: ClaimParts;
}

export interface CheckedPack {
  /** What `pack.yaml` says, if it can be used. */
  readonly about: PackFile | undefined;
  /** Undefined when `pack.yaml` is wrong; incomplete when a claim is. */
  readonly pack: Pack | undefined;
  readonly claims: readonly CheckedClaim[];
  readonly mistakes: readonly Mistake[];
  /** What somebody should look at again. */
  readonly warnings: readonly Mistake[];
}

const checkPackFile = createFileCheck(packSchema);
const checkClaimFile = createFileCheck(claimSchema);

/**
 * Holds one pack against the schemas and the rules that look at one claim at a time.
 * @param onFile called after each claim
 */
export function checkPack(
  { name, path, hasClaimsFolder, packFile, claimFiles }: PackFolder,
  today: Day,
  onFile: () => void = () => {},
): CheckedPack {
  const about = packFile && checkPackFile(packFile);
  const claims = claimFiles.map((source): CheckedClaim => {
    const file = checkClaimFile(source);
    onFile();
    return { ...file, pack: name, parts: dataToClaimParts(file.data) };
  });
  return {
    about: about?.content,
    pack: about?.content && { ...about.content, claims: namedClaims(claims, about.content) },
    claims,
    mistakes: [
      ...(about?.mistakes ?? []),
      ...(about?.place(otherName(about.content, name)) ?? []),
      ...(about?.place(refreshOfFile(about.content)) ?? []),
      ...(about?.place(claimsTwice(about.content, hasClaimsFolder)) ?? []),
      ...(hasClaimsFolder || namesClaims(about?.data) ? [] : [noClaims(path)]),
      ...claims.flatMap((claim) => [
        ...claim.mistakes,
        ...claim.place(claimMistakes(claim.parts, today)),
        ...claim.place(
          about?.content
            ? claimInPackMistakes(claim.data, claim.parts, about.content, about.source.file)
            : [],
        ),
      ]),
    ],
    warnings: claims.flatMap(({ parts, place }) =>
      about?.content ? place(loadedWordWarnings(parts, about.content, about.source.file)) : [],
    ),
  };
}

function namedClaims(claims: readonly CheckedClaim[], about: PackFile): readonly Claim[] {
  return claims.flatMap(({ content }) => (content ? fileToClaim(content, about) : []));
}

function otherName(about: PackFile | undefined, folder: string): readonly FieldMistake[] {
  if (!about || about.name === folder) return [];
  const message = `"${about.name}" is not the folder's name: write "${folder}", or rename the folder`;
  return [{ path: ['name'], message }];
}

function refreshOfFile(about: PackFile | undefined): readonly FieldMistake[] {
  if (about?.refresh === undefined || isFeed(about.claims)) return [];
  const message = 'is for claims at an address: give the address in "claims", or remove this line';
  return [{ path: ['refresh'], message }];
}

function claimsTwice(
  about: PackFile | undefined,
  hasClaimsFolder: boolean,
): readonly FieldMistake[] {
  if (!about?.claims || !hasClaimsFolder) return [];
  const message = `names ${about.claims}, but there is a folder claims/, too: keep one of the two`;
  return [{ path: ['claims'], message }];
}

/** Whether it names a file of claims, be it wrongly: then that is told. */
function namesClaims(about: unknown): boolean {
  return typeof about === 'object' && about !== null && 'claims' in about;
}

function noClaims(pack: string): Mistake {
  return {
    file: shownPath(join(pack, 'claims')),
    line: 1,
    column: 1,
    field: 'folder',
    message: 'holds no claims: add <id>.yaml, or remove the pack',
  };
}

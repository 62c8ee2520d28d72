import { join } from 'node:path';
import type { Day } from '../../core/claims/calendar.ts';
import type { Claim } from '../../core/claims/claim.ts';
import { createIdFinder, idsOf, placesThatMayHold } from '../../core/claims/claim-list.ts';
import { type ClaimParts, dataToClaimParts } from '../../core/claims/claim-parts.ts';
import { answeredTexts, nearMissTexts } from '../../core/claims/claim-texts.ts';
import { isFeed } from '../../core/claims/feed.ts';
import type { FieldMistake } from '../../core/claims/field-mistake.ts';
import { fileToClaim } from '../../core/claims/file-to-claim.ts';
import { createLoadedWordCheck } from '../../core/claims/loaded-words.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import { type Pack, type PackFile, packSchema } from '../../core/claims/pack.ts';
import { claimInPackMistakes, claimMistakes } from '../../core/claims/pack-rules.ts';
import { renewClaims } from '../../core/claims/renewed-claims.ts';
import { hashTexts } from '../../core/claims/text-keys.ts';
import type { CheckedClaim, CheckedClaims } from './checked-claim.ts';
import { checkClaimFile, createFileCheck } from './checked-file.ts';
import { KnownClaim } from './known-claim.ts';
import type { KnownClaims } from './known-packs.ts';
import type { PackFolder } from './pack-files.ts';
import { type PackTextFile, stemOf } from './pack-text.ts';
import { shownPath } from './shown-path.ts';

export interface CheckedPack {
  /** What `pack.yaml` says, if it can be used. */
  readonly about: PackFile | undefined;
  /** Undefined when `pack.yaml` is wrong; incomplete when a claim is. */
  readonly pack: Pack | undefined;
  readonly claims: CheckedClaims;
  readonly mistakes: readonly Mistake[];
  /** What somebody should look at again, with the names of the files without `.yaml`. */
  readonly warned: readonly (readonly [string, readonly Mistake[]])[];
}

const checkPackFile = createFileCheck(packSchema);

/**
 * Holds one pack against the schemas and the rules that look at one claim at a time.
 * @param onFile called before each claim
 * @param known what was found before in the files that are as they were
 */
export function checkPack(
  { name: pack, path, hasClaimsFolder, packFile, claimFiles }: Omit<PackFolder, 'prints'>,
  today: Day,
  onFile: () => void = () => {},
  known: KnownClaims = nothingKnown,
): CheckedPack {
  const about = packFile && checkPackFile(packFile);
  const inPack = about?.content && openAbout(about.content, about.source.file);
  const { names, read } = claimFiles;
  const findPlace = createIdFinder(idsOf(known.list));
  const anew = new Map<number, CheckedClaim>();
  const places = names.map((name, at) => {
    onFile();
    const source = read.get(at);
    if (!source) return knownPlace(name, findPlace(stemOf(name)));
    anew.set(at, checkClaim(source, pack, inPack, today));
    return isAnew;
  });
  const claimAt = (at: number): CheckedClaim =>
    anew.get(at) ?? new KnownClaim(claimFiles, { pack, known, at, place: places[at] ?? isAnew });
  const claims: CheckedClaims = {
    anew: [...anew.values()],
    all: () => names.map((_, at) => claimAt(at)),
    mayHold(keys) {
      const holding = new Set([isAnew, ...placesThatMayHold(known.list, keys)]);
      return places.flatMap((place, at) => (holding.has(place) ? claimAt(at) : []));
    },
  };
  return {
    about: about?.content,
    pack: about?.content && {
      ...about.content,
      claims: claimsOf(
        places.flatMap((place, at) => (place === isAnew ? (anew.get(at)?.entry ?? []) : place)),
        known,
      ),
    },
    claims,
    mistakes: [
      ...(about?.mistakes ?? []),
      ...(about?.place(otherName(about.content, pack)) ?? []),
      ...(about?.place(refreshOfFile(about.content)) ?? []),
      ...(about?.place(claimsTwice(about.content, hasClaimsFolder)) ?? []),
      ...(hasClaimsFolder || namesClaims(about?.data) ? [] : [noClaims(path)]),
      ...claims.anew.flatMap(({ mistakes }) => mistakes),
    ],
    warned: warnedOf(known.warnings.size > 0 ? claims.all() : claims.anew),
  };
}

/** In place of the place among the known. */
const isAnew = -1;

function knownPlace(name: string, place: number): number {
  if (place < 0) throw new Error(`${name} counts as known, and nothing is known of it.`);
  return place;
}

function warnedOf(claims: readonly CheckedClaim[]): CheckedPack['warned'] {
  return claims
    .filter(({ warnings }) => warnings.length > 0)
    .map(({ source, warnings }) => [source.stem, warnings]);
}

/** What a pack says of its claims, and the file that says it. */
interface OpenedAbout {
  readonly about: PackFile;
  readonly file: string;
  readonly loadedWords: (parts: ClaimParts) => readonly FieldMistake[];
}

function openAbout(about: PackFile, file: string): OpenedAbout {
  return { about, file, loadedWords: createLoadedWordCheck(about, file) };
}

function checkClaim(
  source: PackTextFile,
  pack: string,
  inPack: OpenedAbout | undefined,
  today: Day,
): CheckedClaim {
  const { data, content, mistakes, place } = checkClaimFile(source);
  // Of a claim that is valid as a whole, all parts are.
  const parts = content ?? dataToClaimParts(data);
  return {
    pack,
    source,
    id: parts.id,
    parts,
    place: createPlacing(source),
    entry: content && inPack && fileToClaim(content, inPack.about),
    textHashes: () =>
      hashTexts([...answeredTexts(parts), ...nearMissTexts(parts)].map(({ text }) => text)),
    mistakes: [
      ...mistakes,
      ...place(claimMistakes(parts, today)),
      ...(inPack ? place(claimInPackMistakes(data, parts, inPack.about, inPack.file)) : []),
    ],
    warnings: inPack ? place(inPack.loadedWords(parts)) : [],
  };
}

/** Parses the file once more: of thousands, where everything stands in each is not kept for the few that are asked for it. */
function createPlacing(source: PackTextFile): CheckedClaim['place'] {
  let place: CheckedClaim['place'] | undefined;
  return (found) => {
    if (found.length === 0) return [];
    place ??= checkClaimFile(source).place;
    return place(found);
  };
}

const nothingKnown: KnownClaims = { list: [], warnings: new Map() };

function claimsOf(entries: readonly (Claim | number)[], { list }: KnownClaims): Pack['claims'] {
  const anew = entries.filter((entry) => typeof entry !== 'number');
  return anew.length === entries.length ? anew : renewClaims(list, entries);
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

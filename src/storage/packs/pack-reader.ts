import { createHash } from 'node:crypto';
import type { Day } from '../../core/claims/calendar.ts';
import { textHashesAt } from '../../core/claims/claim-list.ts';
import { answeredTexts, nearMissTexts, wordingKey } from '../../core/claims/claim-texts.ts';
import { isFeed } from '../../core/claims/feed.ts';
import { limitMistakes } from '../../core/claims/limit-mistakes.ts';
import type { Mistake } from '../../core/claims/mistake.ts';
import type { Pack } from '../../core/claims/pack.ts';
import type { HeldReading, PackReading } from '../../core/claims/pack-reading.ts';
import { repeatedTexts } from '../../core/claims/repeated-texts.ts';
import { fingerprintUntil, isFingerprintOf } from '../../core/claims/set-fingerprint.ts';
import { holdsAny, sharedHashes } from '../../core/claims/shared-hashes.ts';
import type { CheckedClaim, CheckedClaims } from './checked-claim.ts';
import { type CheckedPack, checkPack } from './checked-pack.ts';
import type { FeedCopies } from './feed-copy.ts';
import { type FilePrint, packPrints } from './file-print.ts';
import { firstDay, type ImportedClaims, readImportedPack } from './imported-pack.ts';
import type { KnownPack, KnownPacks, PackTrace, PackTraces } from './known-packs.ts';
import { type PackFolder, readPackFolders } from './pack-files.ts';
import { repeatedIds } from './repeated-ids.ts';

interface ReadingOptions {
  /** Fingerprints of packs that need not be parsed. */
  readonly held?: readonly string[];
  /** What the addresses gave that packs name. */
  readonly copies?: FeedCopies;
  /** Called after each file that was read, and before each that is checked. */
  readonly onFile?: () => void;
  /** What was found before. */
  readonly known?: KnownPacks | undefined;
}

/** A reading, with what makes the next one shorter. */
export interface TracedReading {
  readonly reading: PackReading | HeldReading;
  /** Of packs that were read without a mistake; taken when they are asked for, since not every reading is kept. */
  readonly traces: PackTraces;
  /** How many files were opened, which next time need not be. */
  readonly opened: number;
}

/**
 * Reads and validates every pack under `dir`. Everything is read before anything is judged, and one mistake anywhere
 * means no packs at all. Packs with a fingerprint that is held are not parsed. `today` (UTC) tells which dates lie in the
 * future. Exported for tests: programs call `readPacksApart`, which bounds it.
 */
export async function readPacks(dir: string, today: Day): Promise<PackReading>;
export async function readPacks(
  dir: string,
  today: Day,
  options: ReadingOptions,
): Promise<PackReading | HeldReading>;
export async function readPacks(
  dir: string,
  today: Day,
  options: ReadingOptions = {},
): Promise<PackReading | HeldReading> {
  return (await readTracedPacks(dir, today, options)).reading;
}

/** The same; files that are as they were when an earlier reading took its traces are neither read nor parsed. */
export async function readTracedPacks(
  dir: string,
  today: Day,
  { known, ...options }: ReadingOptions,
): Promise<TracedReading> {
  const { held = [], copies = {}, onFile = () => {} } = options;
  const { folders, mistakes } = await readPackFolders(dir, onFile, known?.prints ?? new Map());
  const filesFingerprint = fingerprintOf(folders, copies);
  // Days only pass, so that what was right when the set was read still is, but for what waits for a day.
  const same = held.find((one) => isFingerprintOf(one, filesFingerprint, today));
  if (mistakes.length === 0 && same !== undefined) {
    return { reading: { ok: true, held: same }, traces: noTraces, opened: 0 };
  }
  const before = known ? await known.claims() : new Map<string, KnownPack>();
  if (!before) return readTracedPacks(dir, today, options);
  const checked = folders.map((folder) =>
    checkPack(folder, today, onFile, before.get(folder.name)?.claims),
  );
  const claims = checked.map((pack) => pack.claims);
  const imports = { prints: known?.prints ?? new Map(), before, copies, today, onFile };
  const imported = await readImports(folders, checked, imports);
  const all = limitMistakes([
    ...mistakes,
    ...checked.flatMap((pack) => pack.mistakes),
    ...[...imported.values()].flatMap((file) => file.mistakes),
    ...repeatedIds(claims),
    ...repeatedTexts(sharingTexts(claims)),
  ]);
  if (all.length > 0) return { reading: { ok: false, mistakes: all }, traces: noTraces, opened: 0 };
  const reading = {
    ok: true,
    packs: checked.flatMap(({ pack }) => (pack ? withImport(pack, imported.get(pack.name)) : [])),
    fingerprint: fingerprintUntil(
      filesFingerprint,
      firstDay([...imported.values()].map(({ waitsFor }) => waitsFor)),
    ),
    warnings: limitMistakes([
      ...checked.flatMap(({ warned }) => warned.flatMap(([, warnings]) => warnings)),
      ...[...imported.values()].flatMap((file) => file.warnings),
      ...repeatedImports(claims, [...imported.values()]),
    ]),
  } as const;
  const opened = folders.flatMap(({ prints }) => prints.list.filter(isOpenedOnce)).length;
  return {
    reading,
    opened,
    get traces() {
      const packs = folders.map((folder, index) =>
        traceOf(folder, checked[index]?.warned ?? [], imported.get(folder.name)),
      );
      return { packs, prints: packPrints(folders.map(({ prints }) => prints)) };
    },
  };
}

const noTraces: PackTraces = { packs: [], prints: packPrints([]) };

/** Of what a pack says of itself a print is taken each time. */
function isOpenedOnce(print: FilePrint | number): boolean {
  return typeof print !== 'number' && print.place !== 'pack.yaml';
}

interface ImportsReading {
  /** Of the files as they were. */
  readonly prints: KnownPacks['prints'];
  readonly before: ReadonlyMap<string, KnownPack>;
  readonly copies: FeedCopies;
  readonly today: Day;
  readonly onFile: () => void;
}

/** What the files and addresses hold that packs name, by the names of the packs. */
async function readImports(
  folders: readonly PackFolder[],
  checked: readonly CheckedPack[],
  { prints, before, copies, today, onFile }: ImportsReading,
): Promise<ReadonlyMap<string, ImportedClaims>> {
  const imports = new Map<string, ImportedClaims>();
  for (const [index, { about }] of checked.entries()) {
    const folder = folders[index];
    if (!folder || !about?.claims) continue;
    const { name, path } = folder;
    const file = about.claims;
    const was = before.get(name)?.imported;
    const isSame = (place: string): boolean => {
      const now = folder.prints.hashOf(place);
      return now !== undefined && now === prints.get(name)?.hashOf(place);
    };
    const isKnown = isFeed(file) ? was?.copy === digestIn(copies, file) : isSame(file);
    const isDue = was?.waitsFor !== undefined && was.waitsFor <= today;
    if (was && isKnown && !isDue && isSame('pack.yaml')) imports.set(name, was);
    else {
      const isSamePack = isSame('pack.yaml');
      const reading = { copies, today, onRecord: onFile, was, isSamePack };
      imports.set(name, await readImportedPack({ folder: path, file }, about, reading));
    }
  }
  return imports;
}

function traceOf(
  { name, prints }: PackFolder,
  warned: CheckedPack['warned'],
  imported: ImportedClaims | undefined,
): PackTrace {
  const warnings = Object.fromEntries(warned);
  const kept = { name, prints: prints.list.length, warnings };
  if (!imported) return kept;
  const { claims: _, mistakes: __, traceRecords, ...rest } = imported;
  const records = traceRecords?.();
  return { ...kept, imported: { ...rest, ...(records && { records }) } };
}

function digestIn(copies: FeedCopies, address: string): string | undefined {
  const copy = copies[address];
  return copy && 'digest' in copy ? copy.digest : undefined;
}

function withImport(pack: Pack, imported: ImportedClaims | undefined): Pack {
  if (!imported) return pack;
  const { file, copy, fileOn, rejects, claims } = imported;
  return {
    ...pack,
    file,
    ...(copy && { copy }),
    ...(fileOn && { fileOn }),
    ...(rejects > 0 && { rejects }),
    claims,
  };
}

/** The claims of which a text may be there twice: among those that are as they were none is, since there was no mistake. */
function sharingTexts(packs: readonly CheckedClaims[]): readonly CheckedClaim[] {
  const keys = new Set(
    packs.flatMap(({ anew }) =>
      anew.flatMap(({ parts }) =>
        [...answeredTexts(parts), ...nearMissTexts(parts)].map(({ text }) => wordingKey(text)),
      ),
    ),
  );
  const claims = packs.flatMap((pack) => pack.mayHold(keys));
  const hashes = claims.map((claim) => claim.textHashes());
  const shared = sharedHashes(hashes);
  return claims.filter((_, at) => holdsAny(hashes[at] ?? [], shared));
}

/** Imported claims that a claim before them answers to already: in packs that people write it would be a mistake. */
function repeatedImports(
  packs: readonly CheckedClaims[],
  imports: readonly ImportedClaims[],
): readonly Mistake[] {
  if (imports.length === 0) return [];
  const own = packs.flatMap((pack) => pack.all());
  const ownHashes = own.map((claim) => claim.textHashes());
  const importedHashes = imports.map(({ claims }) =>
    Uint32Array.from({ length: claims.length }, (_, place) => textHashesAt(claims, place)[0] ?? 0),
  );
  const shared = sharedHashes([...ownHashes, ...importedHashes]);
  const sharing = own.filter((_, at) => holdsAny(ownHashes[at] ?? [], shared));
  const texts = sharing.flatMap(({ parts }) => answeredTexts(parts).map(({ text }) => text));
  const answered = new Set(texts.map(wordingKey));
  return imports.flatMap(({ shown, claims, lines }, number) => {
    const places = [...(importedHashes[number] ?? []).entries()].filter(([, hash]) =>
      shared.has(hash),
    );
    const stated = places.map(([place]) => ({
      text: claims.at(place)?.claim ?? '',
      line: lines[place] ?? 1,
    }));
    const repeated = stated.filter(({ text }) => answered.has(wordingKey(text)));
    for (const { text } of stated) answered.add(wordingKey(text));
    return repeated.map(({ text, line }) => ({
      file: shown,
      line,
      column: 1,
      field: 'claim',
      message: `"${text}" is also what another pack answers to`,
    }));
  });
}

/** Handing a short text over to be hashed takes longer than making it. */
const printsAtOnce = 1000;

/** Equal for equal packs, wherever they lie: a hash over every file's place and text, and over what addresses gave. */
function fingerprintOf(folders: readonly PackFolder[], copies: FeedCopies): string {
  const hash = createHash('sha256');
  for (const { name, prints } of folders) {
    let [text, count] = ['', 0];
    const pack = JSON.stringify(name);
    prints.each((place, hashOfFile) => {
      text += `[${pack},${JSON.stringify(place)},"${hashOfFile}"]`;
      count += 1;
      if (count % printsAtOnce > 0) return;
      hash.update(text);
      text = '';
    });
    hash.update(text);
  }
  for (const [address, copy] of Object.entries(copies).sort()) {
    hash.update(JSON.stringify([address, 'digest' in copy ? copy.digest : '']));
  }
  return hash.digest('hex');
}

import { closeSync, fstatSync, openSync, readSync, readv } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { MatcherStore } from '../matching/matcher.ts';
import { draftOf } from './snapshot-drafts.ts';
import { type ArrayGroups, namedArrays, putArray } from './typed-arrays.ts';

/** What a snapshot holds, beside what it is of. */
export interface SnapshotContent {
  /** Anything that JSON can hold. */
  readonly first: unknown;
  /** Typed arrays, in groups that are read one by one. */
  readonly groups: { readonly [name: string]: MatcherStore };
}

/** What a snapshot was made of and by; another one of either is another snapshot. */
export interface SnapshotKey {
  readonly fingerprint: string;
  /** Of the code that made it. */
  readonly code: string;
}

const arrayTypes = {
  Uint8Array,
  Int8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  BigUint64Array,
} as const;
type ArrayType = keyof typeof arrayTypes;

const headSchema = z.object({
  fingerprint: z.string(),
  code: z.string(),
  /** Of the head without it. */
  checksum: z.number(),
  /** What follows, each with its own checksum, so that one can be read without the others: first the JSON, then the arrays. */
  first: z.object({ bytes: z.number(), checksum: z.number() }),
  arrays: z.array(
    z.object({
      path: z.array(z.string()),
      type: z.enum(Object.keys(arrayTypes) as ArrayType[]),
      bytes: z.number(),
      checksum: z.number(),
    }),
  ),
});
type Head = Readonly<z.infer<typeof headSchema>>;

/** The head is one line of JSON of this length, padded, so that it can be read alone. */
const headBytes = 64 * 1024;

/**
 * Writes a snapshot in place of an earlier one: whoever reads meanwhile, or after a crash, finds one of the two whole.
 * @param isOutdated asked once it is written, whether by then the earlier one should stay
 */
export async function writeSnapshot(
  path: string,
  { fingerprint, code }: SnapshotKey,
  { first, groups }: SnapshotContent,
  isOutdated: () => boolean = () => false,
): Promise<void> {
  const text = Buffer.from(JSON.stringify(first));
  const arrays = namedArrays(groups).map(({ path: names, array }) => {
    return { names, type: array.constructor.name as ArrayType, bytes: bytesOf(array) };
  });
  const head = {
    fingerprint,
    code,
    first: { bytes: text.length, checksum: crc32(text) },
    arrays: arrays.map(({ names, type, bytes }) => {
      return { path: [...names], type, bytes: bytes.length, checksum: crc32(bytes) };
    }),
  };
  const line = Buffer.from(JSON.stringify(sealed(head)).padEnd(headBytes));
  if (line.length > headBytes) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = await draftOf(path);
  try {
    await writeFile(draft, [line, text, ...arrays.map(({ bytes }) => bytes)]);
    if (!isOutdated()) await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * A snapshot whose head is whole. What it holds is read when it is asked for, and then found to be whole or not: without letting others
 * have their turn, for a thread of its own. Until it is closed it stays what it was, also where another one has taken its place since.
 */
export interface Snapshot extends SnapshotKey {
  /** Undefined where it is damaged. */
  first(): unknown;
  /** The arrays of a group, each of which can move to another thread by itself; undefined where one is damaged. */
  group(name: string): MatcherStore | undefined;
  /** Reads groups beside the thread, for who has something else to do until they are needed; to be asked for them once that is through. */
  bring(names: readonly string[]): Promise<void>;
  /** After this nothing is read any more. */
  close(): void;
}

/** Undefined where there is none, or none that can be read. */
export function openSnapshot(path: string): Snapshot | undefined {
  const file = unlessDamaged(() => openSync(path, 'r'));
  if (file === undefined) return undefined;
  const head = unlessDamaged(() => readHead(file));
  if (!head) {
    closeSync(file);
    return undefined;
  }
  let isOpen = true;
  let bringing = Promise.resolve();
  const brought = new Map<string, readonly BroughtPart[]>();
  const part = <Part>(read: () => Part): Part | undefined =>
    isOpen ? unlessDamaged(read) : undefined;
  return {
    fingerprint: head.fingerprint,
    code: head.code,
    first: () => part(() => JSON.parse(readWhole(file, head.first, headBytes).toString())),
    group(name) {
      const parts = brought.get(name);
      // Whoever asks again may have handed over what came first.
      brought.delete(name);
      return part(() => (parts ? groupOf(wholeParts(parts)) : readGroup(file, head, name)));
    },
    bring(names) {
      const each = names.map(async (name) => {
        const parts = await bringGroup(file, head, name).catch(() => undefined);
        if (parts && isOpen) brought.set(name, parts);
      });
      bringing = Promise.all([bringing, ...each]).then(() => {});
      return bringing;
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      brought.clear();
      // While it is still being read, its number must not become that of another file.
      void bringing.then(() => closeSync(file));
    },
  };
}

/** An open file, by its number. */
type File = number;

/** Whatever is wrong with a snapshot, it is none. */
function unlessDamaged<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** @throws where it is damaged, or not all is there that it names */
function readHead(file: File): Head {
  const bytes = readBytes(file, headBytes, 0);
  const { checksum, ...rest } = headSchema.parse(JSON.parse(bytes.toString()));
  const head = sealed(rest);
  const size = [head.first, ...head.arrays].reduce((sum, part) => sum + part.bytes, headBytes);
  if (head.checksum !== checksum || fstatSync(file).size !== size) {
    throw new Error('The snapshot is damaged.');
  }
  return head;
}

/** @throws where it is damaged */
function readGroup(file: File, head: Head, group: string): MatcherStore {
  return groupOf(
    partsOf(head, group).map(({ start, ...part }) => {
      return { ...part, buffer: readWhole(file, part, start).buffer };
    }),
  );
}

const readMany = promisify(readv);

/** The same, read beside the thread; whether it is whole is looked at where it is asked for, which few of them may be. */
async function bringGroup(file: File, head: Head, group: string): Promise<readonly BroughtPart[]> {
  const parts = partsOf(head, group).map((part) => {
    return { ...part, buffer: new ArrayBuffer(part.bytes) };
  });
  const [first] = parts;
  if (!first) return [];
  const views = parts.map(({ buffer }) => new Uint8Array(buffer));
  // The parts of a group stand one after the other.
  await readMany(file, views, first.start);
  return parts;
}

interface BroughtPart extends GroupPart {
  readonly buffer: ArrayBuffer;
  readonly checksum: number;
}

/** @throws where one is damaged */
function wholeParts(parts: readonly BroughtPart[]): readonly BroughtPart[] {
  for (const { buffer, checksum } of parts) {
    if (crc32(new Uint8Array(buffer)) !== checksum) throw damaged();
  }
  return parts;
}

interface GroupPart {
  readonly path: readonly string[];
  readonly type: ArrayType;
}

function groupOf(parts: readonly (GroupPart & { readonly buffer: ArrayBuffer })[]): MatcherStore {
  const arrays: ArrayGroups = {};
  for (const { path, type, buffer } of parts) {
    putArray(arrays, path.slice(1), new arrayTypes[type](buffer));
  }
  return arrays;
}

/** The parts of a group, each with where it begins. */
function partsOf(head: Head, group: string) {
  let start = headBytes + head.first.bytes;
  const parts = [];
  for (const part of head.arrays) {
    if (part.path[0] === group) parts.push({ ...part, start });
    start += part.bytes;
  }
  return parts;
}

/** @throws where it is damaged */
function readWhole(
  file: File,
  { bytes, checksum }: Head['first'],
  start: number,
): Buffer<ArrayBuffer> {
  const read = readBytes(file, bytes, start);
  if (crc32(read) !== checksum) throw damaged();
  return read;
}

function damaged(): Error {
  return new Error('A part of the snapshot is damaged.');
}

/**
 * In memory of their own.
 * @throws where the file ends before
 */
function readBytes(file: File, length: number, start: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(new ArrayBuffer(length));
  let read = 0;
  while (read < length) {
    const count = readSync(file, bytes, read, length - read, start + read);
    if (count === 0) throw new Error('The snapshot ends too soon.');
    read += count;
  }
  return bytes;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function sealed(head: Omit<Head, 'checksum'>): Head {
  return { ...head, checksum: crc32(JSON.stringify(head)) };
}

import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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

/** Writes a snapshot in place of an earlier one: whoever reads meanwhile, or after a crash, finds one of the two whole. */
export async function writeSnapshot(
  path: string,
  { fingerprint, code }: SnapshotKey,
  { first, groups }: SnapshotContent,
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
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A snapshot whose head is whole. What it holds is read when it is asked for, and then found to be whole or not. */
export interface Snapshot extends SnapshotKey {
  /** Undefined where it is damaged. */
  first(): Promise<unknown>;
  /** The arrays of a group, each of which can move to another thread by itself; undefined where one is damaged. */
  group(name: string): Promise<MatcherStore | undefined>;
}

/** Undefined where there is none, or none that can be read. */
export async function openSnapshot(path: string): Promise<Snapshot | undefined> {
  const head = await orUndefined(() => withFile(path, readHead));
  return (
    head && {
      fingerprint: head.fingerprint,
      code: head.code,
      first: () =>
        orUndefined(() =>
          withFile(path, async (file) => {
            await checkSame(file, head);
            return JSON.parse((await readWhole(file, head.first, headBytes)).toString());
          }),
        ),
      group: (name) =>
        orUndefined(() =>
          withFile(path, async (file) => {
            await checkSame(file, head);
            return readGroup(file, head, name);
          }),
        ),
    }
  );
}

async function withFile<Result>(
  path: string,
  read: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  const file = await open(path);
  try {
    return await read(file);
  } finally {
    await file.close();
  }
}

/** @throws where it is damaged, or not all is there that it names */
async function readHead(file: FileHandle): Promise<Head> {
  const bytes = await readBytes(file, headBytes, 0);
  const { checksum, ...rest } = headSchema.parse(JSON.parse(bytes.toString()));
  const head = sealed(rest);
  const size = [head.first, ...head.arrays].reduce((sum, part) => sum + part.bytes, headBytes);
  if (head.checksum !== checksum || (await file.stat()).size !== size) {
    throw new Error('The snapshot is damaged.');
  }
  return head;
}

/** @throws where another snapshot has taken its place since */
async function checkSame(file: FileHandle, { checksum }: Head): Promise<void> {
  const now = await readHead(file);
  if (now.checksum !== checksum) throw new Error('It is another snapshot by now.');
}

async function readGroup(file: FileHandle, head: Head, group: string): Promise<MatcherStore> {
  const arrays: ArrayGroups = {};
  let start = headBytes + head.first.bytes;
  for (const { path: names, type, ...part } of head.arrays) {
    if (names[0] === group) {
      const { buffer } = await readWhole(file, part, start);
      putArray(arrays, names.slice(1), new arrayTypes[type](buffer));
    }
    start += part.bytes;
  }
  return arrays;
}

/** @throws where it is damaged */
async function readWhole(
  file: FileHandle,
  { bytes, checksum }: Head['first'],
  start: number,
): Promise<Buffer<ArrayBuffer>> {
  const read = await readBytes(file, bytes, start);
  if (crc32(read) !== checksum) throw new Error('A part of the snapshot is damaged.');
  return read;
}

/**
 * In memory of their own.
 * @throws where the file ends before
 */
async function readBytes(
  file: FileHandle,
  length: number,
  start: number,
): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.from(new ArrayBuffer(length));
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, start + read);
    if (bytesRead === 0) throw new Error('The snapshot ends too soon.');
    read += bytesRead;
  }
  return bytes;
}

/** Whatever is wrong with a snapshot, it is none. */
function orUndefined<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  return read().catch(() => undefined);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function sealed(head: Omit<Head, 'checksum'>): Head {
  return { ...head, checksum: crc32(JSON.stringify(head)) };
}

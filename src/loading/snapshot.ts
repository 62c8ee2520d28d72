import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { MatcherStore } from '../matching/matcher.ts';

/** What a snapshot holds, beside what it is of. */
export interface SnapshotContent {
  /** Anything that JSON can hold, in parts that are parsed one by one. */
  readonly parts: readonly unknown[];
  readonly arrays: MatcherStore;
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
  checksum: z.string(),
  /** Lengths in bytes, in the order in which they follow. */
  parts: z.array(z.number()),
  arrays: z.array(
    z.object({
      path: z.array(z.string()),
      type: z.enum(Object.keys(arrayTypes) as ArrayType[]),
      bytes: z.number(),
    }),
  ),
});
type Head = z.infer<typeof headSchema>;

/** The head is one line of JSON of this length, padded, so that it can be read alone. */
const headBytes = 64 * 1024;
/** Parts are padded so that each array begins where its numbers may stand. */
const alignment = 8;

/** Writes a snapshot in place of an earlier one: whoever reads meanwhile, or after a crash, finds one of the two whole. */
export async function writeSnapshot(
  path: string,
  key: SnapshotKey,
  { parts, arrays }: SnapshotContent,
): Promise<void> {
  const texts = parts.map((part) => padded(Buffer.from(JSON.stringify(part))));
  const named = namedArrays(arrays);
  const bytes = named.map(({ array }) =>
    padded(Buffer.from(array.buffer, array.byteOffset, array.byteLength)),
  );
  const body = [...texts, ...bytes];
  const head: Head = {
    fingerprint: key.fingerprint,
    code: key.code,
    checksum: '',
    parts: texts.map(({ length }) => length),
    arrays: named.map(({ path: names, array }) => ({
      path: [...names],
      type: array.constructor.name as ArrayType,
      bytes: array.byteLength,
    })),
  };
  const sealed = { ...head, checksum: checksumOf(head, body) };
  const line = Buffer.from(JSON.stringify(sealed).padEnd(headBytes));
  if (line.length > headBytes) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, [line, ...body]);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** What the snapshot there was made of and by; undefined where there is none that can be read. */
export async function readSnapshotKey(path: string): Promise<SnapshotKey | undefined> {
  try {
    const file = await open(path);
    try {
      const { buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
      return headSchema.parse(JSON.parse(buffer.toString()));
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

/** The content of the snapshot there; undefined where it is torn, damaged, or of something else. */
export async function readSnapshot(
  path: string,
  key: SnapshotKey,
): Promise<SnapshotContent | undefined> {
  try {
    const file = await readFile(path);
    const head = headSchema.parse(JSON.parse(file.subarray(0, headBytes).toString()));
    const body = file.subarray(headBytes);
    const isOfKey = head.fingerprint === key.fingerprint && head.code === key.code;
    if (!isOfKey || checksumOf(head, [body]) !== head.checksum) return undefined;
    let end = 0;
    const take = (length: number): Buffer => {
      end += length;
      return body.subarray(end - length, end);
    };
    const parts = head.parts.map((length) => JSON.parse(take(length).toString()));
    const arrays: Groups = {};
    for (const { path: names, type, bytes } of head.arrays) {
      const taken = take(paddedLength(bytes)).subarray(0, bytes);
      // A copy of its own, which can move to another thread by itself.
      const { buffer } = new Uint8Array(taken);
      put(arrays, names, new arrayTypes[type](buffer));
    }
    return { parts, arrays };
  } catch {
    return undefined;
  }
}

type Groups = { [name: string]: ArrayBufferView<ArrayBuffer> | Groups };

function put(
  groups: Groups,
  [name = '', ...names]: readonly string[],
  array: ArrayBufferView<ArrayBuffer>,
): void {
  if (names.length === 0) {
    groups[name] = array;
    return;
  }
  const group = (groups[name] ?? {}) as Groups;
  groups[name] = group;
  put(group, names, array);
}

function namedArrays(
  groups: MatcherStore,
  path: readonly string[] = [],
): readonly { readonly path: readonly string[]; readonly array: ArrayBufferView<ArrayBuffer> }[] {
  return Object.entries(groups).flatMap(([name, part]) =>
    ArrayBuffer.isView(part)
      ? [{ path: [...path, name], array: part }]
      : namedArrays(part, [...path, name]),
  );
}

function paddedLength(bytes: number): number {
  return Math.ceil(bytes / alignment) * alignment;
}

/** With blanks, which end JSON as well. */
function padded(bytes: Buffer): Buffer {
  const length = paddedLength(bytes.length);
  return length === bytes.length
    ? bytes
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]);
}

function checksumOf(head: Head, body: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(JSON.stringify({ ...head, checksum: '' }));
  for (const bytes of body) hash.update(bytes);
  return hash.digest('hex');
}

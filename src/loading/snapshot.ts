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
  /** Of the head without it. */
  checksum: z.string(),
  /** In the order in which they follow, each with its own checksum, so that one can be read without the others. */
  parts: z.array(z.object({ bytes: z.number(), checksum: z.string() })),
  arrays: z.array(
    z.object({
      path: z.array(z.string()),
      type: z.enum(Object.keys(arrayTypes) as ArrayType[]),
      bytes: z.number(),
      checksum: z.string(),
    }),
  ),
});
type Head = Readonly<z.infer<typeof headSchema>>;

/** The head is one line of JSON of this length, padded, so that it can be read alone. */
const headBytes = 64 * 1024;
/** Parts are padded so that each array begins where its numbers may stand. */
const alignment = 8;

/** Writes a snapshot in place of an earlier one: whoever reads meanwhile, or after a crash, finds one of the two whole. */
export async function writeSnapshot(
  path: string,
  { fingerprint, code }: SnapshotKey,
  { parts, arrays }: SnapshotContent,
): Promise<void> {
  const texts = parts.map((part) => padded(Buffer.from(JSON.stringify(part))));
  const named = namedArrays(arrays);
  const bytes = named.map(({ array }) =>
    padded(Buffer.from(array.buffer, array.byteOffset, array.byteLength)),
  );
  const head = {
    fingerprint,
    code,
    parts: texts.map((text) => ({ bytes: text.length, checksum: checksumOf(text) })),
    arrays: named.map(({ path: names, array }, at) => ({
      path: [...names],
      type: array.constructor.name as ArrayType,
      bytes: array.byteLength,
      checksum: checksumOf(bytes[at] ?? ''),
    })),
  };
  const line = Buffer.from(JSON.stringify(sealed(head)).padEnd(headBytes));
  if (line.length > headBytes) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, [line, ...texts, ...bytes]);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** A snapshot whose head is whole. What it holds is read when it is asked for, and then found to be whole or not. */
export interface Snapshot extends SnapshotKey {
  /** The first part alone; undefined where it is damaged. */
  first(): Promise<unknown>;
  /** Undefined where any of it is damaged. */
  content(): Promise<SnapshotContent | undefined>;
}

/** Undefined where there is none, or none that can be read. */
export async function openSnapshot(path: string): Promise<Snapshot | undefined> {
  const head = await orUndefined(async () => {
    const { checksum, ...rest } = headSchema.parse(
      JSON.parse((await readBytes(path, 0, headBytes)).toString()),
    );
    const whole = sealed(rest);
    return whole.checksum === checksum ? whole : undefined;
  });
  return (
    head && {
      fingerprint: head.fingerprint,
      code: head.code,
      first: () =>
        orUndefined(async () => {
          const [part] = head.parts;
          return part && partIn(await readBytes(path, headBytes, part.bytes), part);
        }),
      content: () => orUndefined(async () => contentOf(head, await readFile(path))),
    }
  );
}

async function readBytes(path: string, start: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** @throws where any of it is damaged */
function contentOf(head: Head, file: Buffer): SnapshotContent {
  // Another one may have taken its place since.
  const { checksum } = headSchema.parse(JSON.parse(file.subarray(0, headBytes).toString()));
  if (checksum !== head.checksum) throw new Error('It is another snapshot by now.');
  let end = headBytes;
  const take = (length: number): Buffer => {
    end += length;
    return file.subarray(end - length, end);
  };
  const parts = head.parts.map((part) => partIn(take(part.bytes), part));
  const arrays: Groups = {};
  for (const { path: names, type, bytes, checksum: expected } of head.arrays) {
    const taken = take(paddedLength(bytes));
    if (checksumOf(taken) !== expected) throw new Error(`${names.join('.')} is damaged.`);
    // A copy of its own, which can move to another thread by itself.
    const { buffer } = new Uint8Array(taken.subarray(0, bytes));
    put(arrays, names, new arrayTypes[type](buffer));
  }
  return { parts, arrays };
}

/** @throws where it is damaged */
function partIn(bytes: Buffer, { checksum }: Head['parts'][number]): unknown {
  if (checksumOf(bytes) !== checksum) throw new Error('A part is damaged.');
  return JSON.parse(bytes.toString());
}

/** Whatever is wrong with a snapshot, it is none. */
function orUndefined<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  return read().catch(() => undefined);
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

function sealed(head: Omit<Head, 'checksum'>): Head {
  return { ...head, checksum: checksumOf(JSON.stringify(head)) };
}

function checksumOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64');
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { ImportError } from './import-error.ts';

/** Far more than any archive of checks holds; what a few packed bytes swell to ends here. */
const maxBytes = 4 * 1024 ** 3;

/**
 * The text of a file in pieces, unpacked where it is packed, whatever its name: UTF-8, or UTF-16 where it begins with its mark.
 * A byte that is no text becomes U+FFFD.
 * @param onRead called with how many bytes of the file have been read, packed as they are
 */
export async function* openSource(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const isPacked = await isGzip(path);
  const bytes = createReadStream(path);
  const source = isPacked ? bytes.pipe(createGunzip()) : bytes;
  // `pipe` passes no error on.
  bytes.on('error', (error) => source.destroy(error));
  let decoder: TextDecoder | undefined;
  let read = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      read += chunk.length;
      if (read > maxBytes) throw new ImportError('it holds more than four gigabytes');
      decoder ??= new TextDecoder(encodingOf(chunk));
      onRead(bytes.bytesRead);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } finally {
    bytes.destroy();
    source.destroy();
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function encodingOf(beginning: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  return beginning[0] === 0xfe && beginning[1] === 0xff ? 'utf-16be' : 'utf-8';
}

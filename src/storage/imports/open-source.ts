import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { createTextDecoding } from './decode-text.ts';
import { ImportError } from './import-error.ts';

/** Far more than any archive of checks holds; what a few packed bytes swell to ends here. */
const maxBytes = 4 * 1024 ** 3;

/**
 * The text of a file in pieces, unpacked where it is packed, whatever its name.
 * @param language of the text, BCP 47: it tells the encoding where it isn't UTF-8 or UTF-16
 * @param onRead called with how many bytes of the file have been read, packed as they are
 */
export async function* openSource(
  path: string,
  language: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const isPacked = await isGzip(path);
  const bytes = createReadStream(path);
  const source = isPacked ? bytes.pipe(createGunzip()) : bytes;
  // `pipe` passes no error on.
  bytes.on('error', (error) => source.destroy(error));
  const decode = createTextDecoding(language);
  let read = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      read += chunk.length;
      if (read > maxBytes) throw new ImportError('it holds more than four gigabytes');
      onRead(bytes.bytesRead);
      yield decode(chunk);
    }
    yield decode(undefined);
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

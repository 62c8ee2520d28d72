import { expect, test } from 'vitest';
import { readApart } from '../../../src/storage/packs/read-apart.ts';

const module = new URL('./silent-thread.ts', import.meta.url);

/** A thread that is silent for twice as long as it may work in silence. */
const readSilently = (works: boolean, withinMs: number) =>
  readApart(
    { module, dir: 'packs', data: { works, forMs: 2 * withinMs }, take: (told) => String(told) },
    { withinMs },
  );

test('a thread that works on in silence is given up', async () => {
  expect(await readSilently(true, 200)).toMatchObject({
    ok: false,
    mistakes: [{ message: 'took longer than 0.2 s to read: look for what is slow in it' }],
  });
});

test('one that waits while the machine does other things is waited for', async () => {
  expect(await readSilently(false, 1000)).toBe('read');
});

test('one that waits for ever is given up, too', async () => {
  const read = readApart(
    { module, dir: 'packs', data: { works: false, forMs: 600_000 }, take: String },
    { withinMs: 200 },
  );
  expect(await read).toMatchObject({ ok: false });
});

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchPacks } from '../src/watch-packs.ts';
import { copyPacks } from './storage/packs/edited-packs.ts';
import { startProgram } from './support/program.ts';

test('authors hear at once of what they saved: a mistake, and that it is mended', async () => {
  const data = await copyPacks();
  const program = startProgram('src/main.ts', [], { DATA_DIR: data, WATCH: '1' });
  await program.shows('To connect Discord');
  const slip = join(data, 'saltmarsh/claims/slip.yaml');
  await writeFile(slip, 'id: slip\n');
  await program.shows('The packs can’t be used: the old claims are still in use');
  await program.shows('slip.yaml:1:1');
  await rm(slip);
  await rm(join(data, 'saltmarsh/claims/library-open-all-night.yaml'));
  await program.shows('The packs have changed and are in use');
  await program.shows('library-open-all-night');
  program.child.stdin?.end();
  expect((await program.ended()).code).toBe(0);
});

test('files that are written together are one change, and changes don’t overlap', async () => {
  const data = await copyPacks();
  let [calls, underWay, most] = [0, 0, 0];
  let called = Promise.withResolvers<void>();
  const watch = watchPacks(
    data,
    async () => {
      calls += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      called.resolve();
      called = Promise.withResolvers();
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    },
    (error) => {
      throw error;
    },
  );
  const write = (name: string) => writeFile(join(data, 'saltmarsh/claims', name), 'id: a\n');
  const first = called.promise;
  await Promise.all(Array.from({ length: 20 }, (_, index) => write(`${index}.yaml`)));
  await first;
  const second = called.promise;
  await write('later.yaml');
  await second;
  watch.close();
  expect(calls).toBeLessThan(10);
  expect(most).toBe(1);
});

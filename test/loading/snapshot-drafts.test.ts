import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadPacks } from '../../src/loading/load-packs.ts';
import { draftOf } from '../../src/loading/snapshot-drafts.ts';
import { goodPacks, today } from '../storage/packs/edited-packs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const module = new URL('../../src/loading/snapshot-drafts.ts', import.meta.url);

/** A process that began to write a snapshot, and does not come to the end of it. */
async function beginToWrite(path: string): Promise<ChildProcess> {
  const code = `
    const { draftOf } = await import('${module.href}');
    (await import('node:fs')).writeFileSync(await draftOf('${path}'), 'half');
    console.log('begun');
    process.stdin.resume();
  `;
  const args = ['--input-type=module', '--eval', code];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

test('what a killed process began to write is gone after the next start, and what others write stays', {
  timeout: 60_000,
}, async () => {
  const folder = `${await temporaryFolder()}/var`;
  const path = `${folder}/claims.snapshot`;
  await mkdir(folder);
  const load = () =>
    loadPacks(
      { dir: goodPacks, today, held: [], copies: {}, snapshot: path, keepAfterMs: 0 },
      () => {},
      () => {},
    );
  const child = await beginToWrite(path);
  const [begun = ''] = await readdir(folder);
  // As in a container that was started again: the number of the process that writes now is that of the one that was killed.
  const [ours = ''] = [basename(await draftOf(path))];
  const left = ours.replace(/-\w+\./, '-1.');
  const unmarked = 'claims.snapshot.8d9fb7a9-6cb0-4b0e-a5a5-6bb3ab9ed6a5';
  const others = ['claims.snapshot.old', `other.${unmarked}`, 'state.sqlite'];
  for (const name of [ours, left, unmarked, ...others]) await writeFile(`${folder}/${name}`, '');

  await load();
  const kept = ['claims.snapshot', ours, ...others];
  expect(await readdir(folder)).toEqual([...kept, begun].sort());

  child.kill('SIGKILL');
  await once(child, 'exit');
  await load();
  expect(await readdir(folder)).toEqual(kept.sort());
});

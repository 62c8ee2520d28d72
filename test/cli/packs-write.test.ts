import { cp, readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { createState } from '../../src/storage/state/state.ts';
import { runProgram } from '../support/program.ts';
import { addTablePack } from '../support/table-pack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { silentLog } from '../support/test-bot.ts';
import { testClock, testDay, testNow } from '../support/test-day.ts';

test('what was decided is in the files after one run, and a second finds nothing to write', async () => {
  const dir = await temporaryFolder();
  await cp('test/fixtures/packs/good', `${dir}/packs`, { recursive: true });
  const environment = { STATE_URL: `sqlite:${dir}/state.db`, DATA_DIR: `${dir}/packs` };
  const state = await createState(environment.STATE_URL, silentLog, { clock: testClock });
  const ref = 'saltmarsh/bridge-opened-1911';
  const at = testNow.toISOString();
  await state.decisions.add({ kind: 'retracted', ref, at, by: 'discord:7', why: 'A forgery.' });
  const later = new Date(testNow.getTime() + 1).toISOString();
  const text = 'how old is the iron bridge';
  await state.decisions.add({ kind: 'wording', ref, at: later, by: 'discord:7', text });
  await state.close();
  const first = await runProgram('src/cli/packs-write.ts', [], { environment });
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('bridge-opened-1911.yaml');
  const written = await readFile(`${dir}/packs/saltmarsh/claims/bridge-opened-1911.yaml`, 'utf8');
  expect(written).toContain('status: retracted');
  expect(written).toContain('reason: A forgery.');
  expect(written).toContain(`bridge is from 1911\n  - ${text}\nnearMisses:`);
  const second = await runProgram('src/cli/packs-write.ts', [], { environment });
  expect(second.out).toBe('The files hold all that was decided.\n');
});

test('a wording that another claim has by now is left out with the reason', async () => {
  const dir = await temporaryFolder();
  await cp('test/fixtures/packs/good', `${dir}/packs`, { recursive: true });
  const environment = { STATE_URL: `sqlite:${dir}/state.db`, DATA_DIR: `${dir}/packs` };
  const state = await createState(environment.STATE_URL, silentLog, { clock: testClock });
  const at = testNow.toISOString();
  const [ref, text] = [
    'saltmarsh/council-bans-gulls',
    'The old iron bridge is from 1911.',
  ] as const;
  await state.decisions.add({ kind: 'wording', ref, at, by: 'discord:7', text });
  await state.close();
  const { code, out } = await runProgram('src/cli/packs-write.ts', [], { environment });
  const why = 'saltmarsh/bridge-opened-1911 answers to it. Remove it there, and write again.';
  expect(out).toBe(`Left out of ${ref} the wording “${text}”: ${why}\n`);
  expect(code).toBe(1);
});

test('what was decided about claims from a table is left over it, and said to be', async () => {
  const dir = await temporaryFolder();
  await cp('test/fixtures/packs/good', `${dir}/packs`, { recursive: true });
  const filesNow = await addTablePack(`${dir}/packs`);
  const before = await filesNow();
  const environment = { STATE_URL: `sqlite:${dir}/state.db`, DATA_DIR: `${dir}/packs` };
  const state = await createState(environment.STATE_URL, silentLog, { clock: testClock });
  const reading = await readPacks(environment.DATA_DIR, testDay);
  if (!reading.ok || !('packs' in reading)) throw new Error('the packs hold mistakes');
  const [gulls, bell] = reading.packs.find(({ name }) => name === 'town')?.claims ?? [];
  const at = testNow.toISOString();
  for (const claim of [gulls, bell]) {
    if (!claim) throw new Error('a claim is missing');
    const about = { ref: claim.ref, at, by: 'discord:7' } as const;
    await state.decisions.add({ ...about, kind: 'disputed', why: 'Nobody asked the gulls.' });
    await state.decisions.add({ ...about, kind: 'wording', text: `so: ${claim.claim}` });
  }
  await state.close();
  const { code, out } = await runProgram('src/cli/packs-write.ts', [], { environment });
  expect({ code, out }).toEqual({
    code: 0,
    out: 'Not written: what was decided about 2 claims of town, whose claims come from checks.csv. It goes on holding over them; to have it there, change checks.csv yourself.\n',
  });
  expect(await filesNow()).toEqual(before);
  expect(await readdir(`${dir}/packs/town`)).toHaveLength(2);
});

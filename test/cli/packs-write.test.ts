import { cp, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createState } from '../../src/storage/state/state.ts';
import { runProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { silentLog } from '../support/test-bot.ts';
import { testClock, testNow } from '../support/test-day.ts';

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

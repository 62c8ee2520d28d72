import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { copyPacks, edit, goodPacks } from '../storage/packs/edited-packs.ts';
import { bareEnvironment } from '../support/program.ts';

interface Run {
  readonly code: number;
  readonly lines: readonly string[];
}

function validate(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/cli/validate.ts', ...args],
      { env: { ...bareEnvironment, ...env } },
      (error, stdout) => {
        const code = typeof error?.code === 'number' ? error.code : 0;
        resolve({ code, lines: stdout.trim().split('\n') });
      },
    );
  });
}

test('counts the claims and succeeds when there are no mistakes', async () => {
  expect(await validate([goodPacks])).toEqual({
    code: 0,
    lines: ['12 claims in 1 pack: no mistakes'],
  });
});

test('prints every mistake with its place and fails', async () => {
  const dir = await copyPacks();
  const claims = `${dir}/saltmarsh/claims`;
  await edit(`${claims}/ferry-every-ten-minutes.yaml`, 'kind: fact', 'kind: rumour');
  await edit(`${claims}/ferry-every-ten-minutes.yaml`, 'asOf: 2024-05-01', 'asOf: 2024-05-32');
  await edit(`${claims}/library-open-all-night.yaml`, 'claimant: null\n', '');
  expect(await validate([dir])).toEqual({
    code: 1,
    lines: [
      `${claims}/ferry-every-ten-minutes.yaml:3:7 kind: "rumour" is not a kind: use one of fact, quotation, characterisation, opinion`,
      `${claims}/ferry-every-ten-minutes.yaml:27:7 asOf: "2024-05-32" is not a day that exists: write it as YYYY-MM-DD, for example 2026-11-22`,
      `${claims}/library-open-all-night.yaml:1:1 claimant: is missing: add "claimant:" (Who made the claim, where known.)`,
      '3 mistakes in 2 files',
    ],
  });
});

test('checks DATA_DIR when no folder is named', async () => {
  expect(await validate([], { DATA_DIR: goodPacks })).toEqual({
    code: 0,
    lines: ['12 claims in 1 pack: no mistakes'],
  });
});

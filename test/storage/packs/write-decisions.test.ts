import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Claim, ClaimRef } from '../../../src/core/claims/claim.ts';
import { clashingTexts } from '../../../src/core/claims/clashing-texts.ts';
import type { EditorialDecision } from '../../../src/core/claims/decisions.ts';
import { layDecisions } from '../../../src/core/claims/lay-decisions.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import { claimToRevision } from '../../../src/core/claims/revision.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { writeDecisions } from '../../../src/storage/packs/write-decisions.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testDay } from '../../support/test-day.ts';

const by = 'discord:7';

async function copyOf(packs: string): Promise<string> {
  const dir = await temporaryFolder();
  await cp(packs, dir, { recursive: true });
  return dir;
}

async function read(dir: string): Promise<readonly Pack[]> {
  const reading = await readPacks(dir, testDay);
  if (!reading.ok || !('packs' in reading)) throw new Error(JSON.stringify(reading));
  return reading.packs;
}

const at = (second: number): string => `${testDay}T12:00:0${second}.000Z`;

const confirm = (claim: Claim): EditorialDecision => ({
  kind: 'confirmed',
  ref: claim.ref,
  at: at(1),
  by,
  revision: claimToRevision(claim).revision,
});

const doubt =
  (kind: 'disputed' | 'retracted', why: string) =>
  ({ ref }: Claim): EditorialDecision => ({ kind, ref, at: at(2), by, why });

/** The lines of a file that belong to none of these top-level fields. */
function linesBeside(text: string, fields: RegExp): readonly string[] {
  let isMeant = false;
  return text.split('\n').filter((line) => {
    if (/^\S/.test(line)) isMeant = fields.test(line);
    return !isMeant;
  });
}

const why =
  'It says: "no", # and more; the minutes – page 4 – speak against it, as two readers found on their own later.';

test('what is read again of written claims is what was decided, and other lines stay', async () => {
  const dir = await copyOf('test/fixtures/packs/good');
  await cp('data/misconceptions', join(dir, 'misconceptions'), { recursive: true });
  const packs = await read(dir);
  const kinds = [confirm, doubt('disputed', why), doubt('retracted', why)];
  const decisions = packs
    .flatMap((pack) => [...pack.claims])
    .filter(({ verification, sources }) => verification.status !== 'draft' && sources.length > 0)
    .flatMap((claim, index) => kinds[index % 3]?.(claim) ?? []);
  const old = new Map<ClaimRef, string>();
  for (const { ref } of decisions) old.set(ref, await readFile(fileOf(dir, ref), 'utf8'));
  expect(await writeDecisions(dir, packs, decisions)).toHaveLength(decisions.length);
  const written = await read(dir);
  expect(written).toEqual(layDecisions(packs, decisions));
  for (const [ref, text] of old) {
    const now = await readFile(fileOf(dir, ref), 'utf8');
    const fields = /^(?:verification|history|asOf)/;
    expect(linesBeside(now, fields)).toEqual(linesBeside(text, fields));
  }
  expect(await writeDecisions(dir, written, decisions)).toEqual([]);
});

function fileOf(dir: string, ref: ClaimRef): string {
  const [pack = '', id = ''] = ref.split('/');
  return join(dir, pack, 'claims', `${id}.yaml`);
}

test('comments stay where they are, and a day that follows from the kind is not written down', async () => {
  const dir = await copyOf('test/fixtures/packs/good');
  const ref = 'saltmarsh/bridge-opened-1911';
  const text = (await readFile(fileOf(dir, ref), 'utf8'))
    .replace(/^verification:$/m, '# Who looked at it.\nverification:\n  # By hand.')
    .replace(/^ {2}recheckDueOn: .*\n/m, '  # No day: it follows from the kind.\n')
    .replace(/^history:$/m, '# What happened.\nhistory:');
  await writeFile(fileOf(dir, ref), `${text.trimEnd()}\n# The end.\n`);
  const packs = await read(dir);
  const claim = packs.flatMap((pack) => [...pack.claims]).find((each) => each.ref === ref);
  if (!claim) throw new Error('no claim');
  await writeDecisions(dir, packs, [confirm(claim)]);
  const now = await readFile(fileOf(dir, ref), 'utf8');
  for (const comment of text.match(/#.*/g) ?? []) expect(now.split(comment)).toHaveLength(2);
  expect(now.match(/# The end\./g)).toHaveLength(1);
  expect(now).not.toContain('recheckDueOn');
  expect(now).toContain('change: "Looked at again: still right."');
  expect(await read(dir)).toEqual(layDecisions(packs, [confirm(claim)]));
});

/** Texts as people write them: some that YAML would read as something else. */
const reported = [
  'was it 1911?',
  'yes',
  '- is the "iron" bridge old: really',
  '# the bridge',
  `a text so long that a line of a file does not hold all of it, ${'and it goes on '.repeat(8)}so`,
];

test('texts that were reported are read again as they were, among those that stood there', async () => {
  const dir = await copyOf('test/fixtures/packs/good');
  const ref = 'saltmarsh/bridge-opened-1911';
  const text = (await readFile(fileOf(dir, ref), 'utf8'))
    .replace(/^wordings:$/m, '# As people ask.\nwordings:\n  # The commonest.')
    .replace(/^nearMisses:\n.*$/m, 'nearMisses: [] # none yet');
  await writeFile(fileOf(dir, ref), text);
  const decisions = reported.flatMap((words, second): EditorialDecision[] => [
    { kind: 'wording', ref, at: at(second), by, text: `so: ${words}` },
    { kind: 'near-miss', ref: 'saltmarsh/council-bans-gulls', at: at(second), by, text: words },
    { kind: 'near-miss', ref, at: `${testDay}T13:00:0${second}.000Z`, by, text: words },
  ]);
  const packs = await read(dir);
  expect(await writeDecisions(dir, packs, decisions)).toHaveLength(2);
  const now = await readFile(fileOf(dir, ref), 'utf8');
  const fields = /^(?:wordings|nearMisses|history)/;
  expect(linesBeside(now.replace('# none yet\n', ''), fields)).toEqual(linesBeside(text, fields));
  expect(now).toContain('# As people ask.\nwordings:\n  # The commonest.\n  - when did');
  expect(now).toContain('\n# none yet\ntopics:');
  expect(now).toContain('nearMisses:\n  - was it 1911?\n');
  const written = await read(dir);
  expect(written).toEqual(layDecisions(packs, decisions));
  expect(claimIn(written, ref)?.nearMisses).toEqual(reported);
  expect(await writeDecisions(dir, written, decisions)).toEqual([]);
});

function claimIn(packs: readonly Pack[], ref: ClaimRef): Claim | undefined {
  return packs.flatMap((pack) => [...pack.claims]).find((claim) => claim.ref === ref);
}

const bridge = 'saltmarsh/bridge-opened-1911';
const gulls = 'saltmarsh/council-bans-gulls';
const wording = (ref: ClaimRef, text: string, second = 1): EditorialDecision => ({
  kind: 'wording',
  ref,
  at: at(second),
  by,
  text,
});
const nearMiss = (ref: ClaimRef, text: string, second = 1): EditorialDecision => ({
  ...wording(ref, text, second),
  kind: 'near-miss',
  text,
});

test.each<[string, readonly EditorialDecision[], readonly [string, ClaimRef][]]>([
  [
    'a wording that another claim has',
    [wording(gulls, 'When DID the iron bridge open?')],
    [['When DID the iron bridge open?', bridge]],
  ],
  [
    'a wording that another claim is',
    [wording(gulls, 'the iron bridge in saltmarsh opened in 1911')],
    [['the iron bridge in saltmarsh opened in 1911', bridge]],
  ],
  [
    'a wording that the claim has as a near miss',
    [wording(bridge, 'The iron bridge in Saltmarsh was painted in 1911!')],
    [['The iron bridge in Saltmarsh was painted in 1911!', bridge]],
  ],
  [
    'a near miss that the claim answers to',
    [nearMiss(bridge, 'when did the iron bridge open')],
    [['when did the iron bridge open', bridge]],
  ],
  [
    'of two decisions in two processes the later',
    [
      wording(bridge, 'is it old'),
      wording(gulls, 'Is it old?', 2),
      nearMiss(bridge, 'is it old', 3),
    ],
    [
      ['Is it old?', bridge],
      ['is it old', bridge],
    ],
  ],
  [
    'nothing where two claims have one near miss',
    [nearMiss(bridge, 'x'), nearMiss(gulls, 'x')],
    [],
  ],
  ['nothing where a near miss is what another claim answers to', [nearMiss(gulls, bridge)], []],
])('%s is not laid over the files', async (_, decisions, expected) => {
  const packs = await read('test/fixtures/packs/good');
  const clashing = clashingTexts(packs, decisions);
  expect(clashing.map(({ decision, heldBy }) => [decision.text, heldBy])).toEqual(expected);
  const left = new Set<EditorialDecision>(clashing.map(({ decision }) => decision));
  expect(layDecisions(packs, decisions)).toEqual(
    layDecisions(
      packs,
      decisions.filter((decision) => !left.has(decision)),
    ),
  );
  // Once written, a decision clashes with nothing, not even with itself.
  const written = layDecisions(packs, decisions);
  expect(
    clashingTexts(
      written,
      decisions.filter((decision) => !left.has(decision)),
    ),
  ).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { CorrectionEntry, ToldWords } from '../../src/core/ports/correction-log.ts';
import { createState } from '../../src/storage/state/state.ts';
import { runProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { silentLog } from '../support/test-bot.ts';
import { testClock } from '../support/test-day.ts';

const ref = 'riverton/bridge';
const first: ToldWords = {
  revision: 'r1',
  claim: 'The *old* bridge_opened in [1932](http://x.example).',
  kind: 'fact',
  verdict: 'true',
  status: 'verified',
  gist: 'The minutes say so.',
};
const wrong: ToldWords = { ...first, revision: 'r2', verdict: 'false' };
const shorter: ToldWords = { ...wrong, revision: 'r3', gist: 'So say the minutes.' };
const answers = { corrected: 2, left: 1 };
const about = { ref, answers } as const;

const entries: readonly CorrectionEntry[] = [
  {
    ...about,
    at: '2026-11-20T09:00:00.000Z',
    change: 'verdict',
    before: first,
    after: wrong,
    why: 'The minutes are of <1942>.',
  },
  {
    ...about,
    at: '2026-11-21T09:00:00.000Z',
    change: 'content',
    before: wrong,
    after: shorter,
    why: undefined,
  },
  {
    ...about,
    at: '2026-11-22T09:00:00.000Z',
    change: 'restored',
    before: shorter,
    after: first,
    why: undefined,
  },
];

async function logOf(kept: readonly CorrectionEntry[]): Promise<Record<string, string>> {
  const url = `sqlite:${await temporaryFolder()}/state.db`;
  const state = await createState(url, silentLog, { clock: testClock });
  for (const entry of kept) await state.corrections.add(entry);
  await state.close();
  return { STATE_URL: url };
}

describe('npm run corrections', () => {
  test('prints the public log as Markdown, the latest first, and no sign of a claim is taken for one', async () => {
    const environment = await logOf(entries);
    const { code, out } = await runProgram('src/cli/corrections.ts', [], { environment });
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "# Corrections

      - **The \\*old\\* bridge\\_opened in \\[1932\\](http://x.example).** (\`riverton/bridge\`)  
        Restored 22 Nov 2026: was False, now True again.
      - **The \\*old\\* bridge\\_opened in \\[1932\\](http://x.example).** (\`riverton/bridge\`)  
        Updated 21 Nov 2026: the explanation or its sources were put right.
      - **The \\*old\\* bridge\\_opened in \\[1932\\](http://x.example).** (\`riverton/bridge\`)  
        Corrected 20 Nov 2026: was True, now False. Why: The minutes are of \\<1942\\>.
      "
    `);
  });

  test('prints it as data', async () => {
    const environment = await logOf(entries);
    const { code, out } = await runProgram('src/cli/corrections.ts', ['--json'], { environment });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(entries.toReversed())));
  });
});

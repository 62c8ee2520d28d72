import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noteOthers } from '../src/core/bot/note-others.ts';
import { replyToText } from '../src/core/reply/reply-text.ts';
import { createRecordingLog } from './storage/state/recording-log.ts';
import { lasting, openState, startStateKinds } from './storage/state/state-kinds.ts';
import { adminSays } from './support/admin-says.ts';
import { answerTo } from './support/answer-to.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { createTestBot, says } from './support/test-bot.ts';
import { testNow } from './support/test-day.ts';

const kinds = lasting(await startStateKinds());

const operator = 'console:local';
const claim = 'krasner/krasner-anti-police';
const claimFile = 'krasner/claims/krasner-anti-police.yaml';
const brokenFile = 'krasner/claims/broken.yaml';

async function copyOfPacks(): Promise<string> {
  const folder = await temporaryFolder();
  await cp('data', folder, { recursive: true });
  return folder;
}

/** What a process of its own would be: a state, a library and a bot that share nothing with others but their store. */
async function startProcess(url: string, dataDir: string) {
  const state = await openState(url);
  const { bot, library } = await createTestBot({ state, dataDir, operators: [operator] });
  await library.join();
  const ask = async (text: string): Promise<string> =>
    replyToText(await answerTo(bot, says(text, operator)));
  const admin = (line: string): Promise<string> => adminSays(bot, line);
  return {
    state,
    ask,
    admin,
    /** Again where a busy machine took longer to read than the others are waited for. */
    async reload(): Promise<string> {
      for (let attempt = 0; attempt < 5; attempt++) {
        const said = await admin('reload');
        if (!said.includes('has not confirmed')) return said;
      }
      throw new Error('no reload was confirmed');
    },
    knowsClaim: async () => !(await ask(claim)).includes('I could not match this'),
  };
}

describe.each(kinds)('processes over one $name', ({ freshUrl }) => {
  test('answer from the same claims after a reload and an undo in any of them', async () => {
    const [url, data] = [await freshUrl(), await copyOfPacks()];
    const [one, other, third] = [
      await startProcess(url, data),
      await startProcess(url, data),
      await startProcess(url, data),
    ];
    const all = [one, other, third];
    await rm(join(data, claimFile));
    expect((await one.reload()).match(/answers from the same claims/g)).toHaveLength(2);
    expect(await Promise.all(all.map((each) => each.knowsClaim()))).toEqual([false, false, false]);
    expect((await other.admin('undo')).match(/answers from the same claims/g)).toHaveLength(2);
    expect(await Promise.all(all.map((each) => each.knowsClaim()))).toEqual([true, true, true]);
    expect(await one.admin('undo')).toContain('There is no earlier set');
  });

  test('go back together after all were started anew, whatever their files hold by now', async () => {
    const [url, data, others] = [await freshUrl(), await copyOfPacks(), await copyOfPacks()];
    const before = await startProcess(url, data);
    await rm(join(data, claimFile));
    await before.admin('reload');
    await before.state.close();
    await rm(join(others, claimFile));
    const [one, other] = [await startProcess(url, data), await startProcess(url, others)];
    await rm(join(others, 'misconceptions'), { recursive: true });
    expect([await one.knowsClaim(), await other.knowsClaim()]).toEqual([false, false]);
    expect(await one.admin('rollback')).toMatch(
      /- 0: \d+ claims, loaded .+ by console:local\n\s*in use\n- 1: \d+ claims, loaded .+ by start\n/,
    );
    expect(await one.admin('rollback 1')).toMatch(
      /^Back to set 1, [\s\S]+answers from the same claims/,
    );
    expect([await one.knowsClaim(), await other.knowsClaim()]).toEqual([true, true]);
  });

  test('take over what an operator decided about a claim in any of them', async () => {
    const [url, data] = [await freshUrl(), await copyOfPacks()];
    const [one, other] = [await startProcess(url, data), await startProcess(url, data)];
    const said = await one.admin(`verify ${claim} decision:retracted why:"A forged letter."`);
    expect(said).toContain('answers from the same claims');
    expect(await other.ask(claim)).toContain('A forged letter.');
    const late = await startProcess(url, data);
    expect(await late.ask(claim)).toContain('A forged letter.');
  });

  test('take over what an operator made of a report in any of them', async () => {
    const [url, data] = [await freshUrl(), await copyOfPacks()];
    const [one, other] = [await startProcess(url, data), await startProcess(url, data)];
    const text = 'do we really use ten percent of our brains and no more?';
    const ref = 'misconceptions/humans-use-only-10-percent-of-their-brain';
    const found = await other.ask(text);
    await other.state.reports.add({ at: testNow.toISOString(), ref, text });
    const [id] = (await one.admin('requests')).match(/[0-9a-f]{10}/) ?? [];
    expect(await one.admin(`report ${id} decision:near-miss`)).toContain('the same claims');
    expect(await other.ask(text)).not.toBe(found);
    expect(await other.ask(text)).toContain('I could not match this for sure');
    const late = await startProcess(url, data);
    expect(await late.ask(text)).toContain('I could not match this for sure');
    expect(await late.admin('requests')).toBe('No request or report waits');
  });

  test('say which of them can’t follow and why, to who reloaded and in the status', async () => {
    const [url, data, others] = [await freshUrl(), await copyOfPacks(), await copyOfPacks()];
    const [one, other] = [await startProcess(url, data), await startProcess(url, others)];
    await rm(join(data, claimFile));
    expect(await one.reload()).toContain('keeps its old claims, because its files are others');
    expect([await one.knowsClaim(), await other.knowsClaim()]).toEqual([false, true]);
    const status = await one.admin('status');
    expect(status).toContain('answers from other claims than this one');
    expect(status).toContain('could not follow the last change, because its files are others');

    await writeFile(join(others, brokenFile), 'id: broken\n');
    expect(await one.reload()).toContain('because its files hold mistakes');
    expect(await other.admin('status')).toContain('because its files hold mistakes');

    await rm(join(others, brokenFile));
    await rm(join(others, claimFile));
    expect(await one.reload()).toContain('answers from the same claims');
    expect(await other.knowsClaim()).toBe(false);
    expect(await one.admin('status')).not.toMatch(/other claims|could not follow/);
  });

  test('notice at the start when others answer from other claims', async () => {
    const [url, data, others] = [await freshUrl(), await copyOfPacks(), await copyOfPacks()];
    await rm(join(others, claimFile));
    const log = createRecordingLog();
    const one = await startProcess(url, data);
    await noteOthers(one.state.processes, { isOneFile: false }, log);
    expect(log.lines).toEqual([]);
    const other = await startProcess(url, others);
    await noteOthers(other.state.processes, { isOneFile: true }, log);
    expect(log.lines).toEqual([
      expect.stringContaining('warn Another process uses the same SQLite file. That is safe'),
      expect.stringContaining('warn The processes answer from different claims'),
    ]);
  });
});

test('a reload whose store is away says that others could not be told', async () => {
  const data = await copyOfPacks();
  const one = await startProcess('memory:', data);
  await one.state.close();
  expect(await one.reload()).toContain('other processes, if there are any, could not be told');
});

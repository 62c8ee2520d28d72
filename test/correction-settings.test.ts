import { describe, expect, test, vi } from 'vitest';
import { asMisleading, claim, startWithEdits } from './support/corrected-claim.ts';

/** Two chats are connected to in each test. */
vi.setConfig({ testTimeout: 90_000 });

describe('the operator’s settings', () => {
  test('bound how many answers of a channel are changed, and how old ones', async () => {
    const both = await startWithEdits('memory:', { mode: 'edit+notice', perChannel: 1, days: 30 });
    const older = await both.slack.mention(claim);
    const newer = await both.slack.mention(claim);
    await both.edit(...asMisleading);
    expect(both.slackNow(older)).not.toContain('Corrected');
    expect(both.slackNow(newer)).toContain('Corrected');
    expect(await both.state.corrections.recent(9)).toMatchObject([
      { answers: { corrected: 1, left: 1 } },
    ]);
  });

  test('leave notices out with “edit”', async () => {
    const edits = await startWithEdits('memory:', { mode: 'edit', perChannel: 9, days: 30 });
    const edited = await edits.slack.mention(claim);
    await edits.edit(...asMisleading);
    expect(edits.slackNow(edited)).toContain('Corrected');
    expect(edits.noticesOnSlack(edited)).toEqual([]);
  });

  test('leave everything as it is with “off”', async () => {
    const off = await startWithEdits('memory:', { mode: 'off', perChannel: 9, days: 30 });
    const left = await off.slack.mention(claim);
    await off.edit(...asMisleading);
    expect(off.slackNow(left)).not.toContain('Corrected');
  });
});

import { describe, expect, test } from 'vitest';
import type { Input, Invocation } from '../../src/core/bot/invocation.ts';
import type { Claim } from '../../src/core/claims/claim.ts';
import type { UserKey } from '../../src/core/keys.ts';
import type { Form } from '../../src/core/reply/form.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { createState } from '../../src/storage/state/state.ts';
import { aClaim } from '../support/claims.ts';
import { createTestBot, rivertonPack, silentLog } from '../support/test-bot.ts';
import { testDay, testNow } from '../support/test-day.ts';

const bridge = 'riverton/harbour-bridge-opened-1932';
const question = 'Riverton’s harbour bridge opened in 1932.';
const operators: readonly UserKey[] = ['discord:7', 'discord:8'];

const due = aClaim({
  verification: { ...aClaim().verification, on: '2025-11-29', recheckDueOn: testDay },
});

async function desk(claims: readonly Claim[] = [due], store?: string) {
  const state = await createState(store ?? 'memory:', silentLog, { clock: () => testNow });
  let packs = [rivertonPack(claims)];
  const start = async () => {
    const { bot } = await createTestBot({ packs: () => packs, state, operators });
    const plan = async (input: Input, by: UserKey): Promise<Reply | Form | undefined> => {
      const from: Omit<Invocation, 'input'> = {
        platform: 'discord',
        user: by,
        community: 'discord:1',
      };
      const planned = await bot.plan({ ...from, input });
      if ('form' in planned) return planned.form();
      return 'answer' in planned ? planned.answer() : undefined;
    };
    const said = async (input: Input, by: UserKey): Promise<string> => {
      const reply = await plan(input, by);
      if (!reply || !('blocks' in reply)) throw new Error('there is no answer');
      return replyToText(reply);
    };
    const admin = (subcommand: string, options = {}): Input => ({
      kind: 'command',
      command: 'fact-admin',
      subcommand,
      options,
    });
    return {
      bot,
      said,
      open: (claim = bridge, by: UserKey = 'discord:7') => plan(admin('verify', { claim }), by),
      press: (shown: unknown, label: string, by: UserKey = 'discord:7') =>
        plan({ kind: 'press', id: buttonOf(shown, label) }, by),
      send: (form: unknown, values: Readonly<Record<string, string>>, by: UserKey = 'discord:7') =>
        said({ kind: 'form', id: (form as Form).id, values }, by),
      types: (options: object, by: UserKey = 'discord:7') =>
        said(admin('verify', { claim: bridge, ...options }), by),
      reload: () => said(admin('reload'), 'discord:7'),
      undo: () => said(admin('undo'), 'discord:7'),
      rehearse: () => said(admin('reload', { 'dry-run': true }), 'discord:7'),
      asks: (claim = question) =>
        said({ kind: 'command', command: 'fact', options: { claim } }, 'discord:99'),
    };
  };
  return {
    start,
    state,
    write(...written: readonly Claim[]) {
      packs = [rivertonPack(written)];
    },
  };
}

function buttonOf(shown: unknown, label: string): string {
  const { actions = [] } = shown as Reply;
  const button = actions.find((action) => action.kind === 'button' && action.label === label);
  if (!button) throw new Error(`there is no button ${label}`);
  return button.id;
}

describe('an operator who looks at a claim again', () => {
  test('sees the claim, the evidence, the history and what to decide', async () => {
    const { open } = await (await desk()).start();
    const shown = (await open()) as Reply;
    const text = replyToText(shown);
    expect(text).toContain(question);
    expect(text).toContain('Verdict on the checked claim: ✓ True.');
    expect(text).toContain('Minutes of the town council, 4 May 1932');
    expect(text).toContain('Added.');
    expect(text).toContain('Both read the minutes.');
    expect(shown.actions).toMatchObject([
      { label: 'Still right' },
      { label: 'Needs work' },
      { label: 'Retract' },
    ]);
  });

  test('and finds it still right makes a claim that was due a verified one, for as long as before', async () => {
    const { open, press, asks } = await (await desk()).start();
    expect(await asks()).toContain('True · re-check due');
    const done = replyToText((await press(await open(), 'Still right')) as Reply);
    expect(done).toContain('Verified');
    expect(done).toContain('Re-check due: 29 Nov 2027');
    const answer = await asks();
    expect(answer).not.toContain('re-check due');
    expect(answer).toContain('Checked 29 Nov 2026 (first reader, second reader, discord:7)');
  });

  test.each([
    [
      'Needs work',
      'Disputed: the verdict was “True”',
      'This check is disputed. The minutes are from 1933.',
    ],
    [
      'Retract',
      'Retracted',
      'This check was withdrawn and must not be relied on. The minutes are from 1933.',
    ],
  ])('and says “%s” is asked why, and readers see it', async (label, title, reason) => {
    const { open, press, send, asks } = await (await desk()).start();
    const form = await press(await open(), label);
    expect(form).toMatchObject({ fields: [{ label: 'Why? Readers see this.', required: true }] });
    await send(form, { why: '  The minutes are from 1933. ' });
    const answer = await asks();
    expect(answer).toContain(title);
    expect(answer).toContain(reason);
    expect(answer).not.toContain('✓');
  });

  test('may type it, with the reason in quotation marks', async () => {
    const { bot, types, asks } = await (await desk()).start();
    expect(await types({ decision: 'disputed' })).toContain('Say why');
    await types({ decision: 'disputed', why: 'A bad copy.' });
    expect(await asks()).toContain('This check is disputed. A bad copy.');
    expect(bot.commands.map(({ name }) => name)).toContain('fact-admin');
  });

  test('does not decide about a text that changed since it was shown', async () => {
    const { open, press, types, asks } = await (await desk()).start();
    const shown = await open();
    await types({ decision: 'retracted', why: 'A forgery.' }, 'discord:8');
    const late = replyToText((await press(shown, 'Still right')) as Reply);
    expect(late).toContain('has changed since it was shown to you');
    expect(await asks()).toContain('A forgery.');
  });

  test('keeps nothing where the store is away, and is told so', async () => {
    const { start, state } = await desk();
    const { types, asks } = await start();
    state.decisions.add = () => Promise.reject(new Error('away'));
    await types({ decision: 'retracted', why: 'A forgery.' });
    expect(await asks()).not.toContain('A forgery.');
  });

  test('decides as often as need be, each time over the last', async () => {
    const { types, asks } = await (await desk()).start();
    for (const why of ['One.', 'Two.']) {
      await types({ decision: 'disputed', why });
      expect(await asks()).toContain(`This check is disputed. ${why}`);
      await types({ decision: 'confirmed' });
      expect(await asks()).not.toContain('disputed');
    }
  });
});

test.each(['Still right', 'Needs work', 'Retract'])(
  '“%s” is for operators, also under what somebody else opened or was one before',
  async (label) => {
    const { start } = await desk();
    const { open, press, said } = await start();
    const id = buttonOf(await open(), label);
    expect(await said({ kind: 'form', id, values: { why: 'Mine.' } }, 'discord:99')).toContain(
      'Only the person who asked',
    );
    const stranger = (await open(bridge, 'discord:99')) as Reply;
    expect(replyToText(stranger)).toContain('Only for the people who run this bot');
    expect(() => buttonOf(stranger, label)).toThrow();
    const pressed = (await press(await open(), label, 'discord:99')) as Reply;
    expect(replyToText(pressed)).toContain('Only the person who asked');
  },
);

describe('what was decided', () => {
  test('holds after a reload, an undo and a restart', async () => {
    const { start, write } = await desk();
    const one = await start();
    await one.types({ decision: 'retracted', why: 'A forgery.' });
    write({ ...due, summary: 'Put in other words.' });
    await one.reload();
    expect(await one.asks()).toContain('A forgery.');
    await one.undo();
    expect(await one.asks()).toContain('A forgery.');
    const next = await start();
    expect(await next.asks()).toContain('A forgery.');
  });

  test('gives way to a later check in the file', async () => {
    const { start, write } = await desk();
    const one = await start();
    await one.types({ decision: 'retracted', why: 'A forgery.' });
    write({ ...due, verification: { ...due.verification, on: '2026-11-30' } });
    await one.reload();
    expect(await one.asks()).toContain('True');
  });

  test('as right is not said of a text that the file changed since', async () => {
    const { start, write } = await desk();
    const one = await start();
    await one.types({ decision: 'confirmed' });
    write({ ...due, gist: 'It opened in 1933.' });
    await one.reload();
    expect(await one.asks()).toContain('re-check due');
  });

  test('is not laid again over a file that holds it', async () => {
    const { start, write, state } = await desk();
    const one = await start();
    await one.types({ decision: 'disputed', why: 'A bad copy.' });
    const [decision] = await state.decisions.all();
    expect(await one.asks()).toContain('A bad copy.');
    const entry = { on: testDay, by: 'discord:7', change: 'Reworded by a reviewer.' };
    write({ ...due, history: [...due.history, { ...entry, at: decision?.at ?? '' }] });
    await one.reload();
    expect(await one.asks()).not.toContain('A bad copy.');
  });
});

test('a draft is verified by a second person, never by who wrote on it', async () => {
  const draft = aClaim({
    verification: { ...aClaim().verification, status: 'draft', by: ['discord:7'] },
  });
  const { types, asks } = await (await desk([draft])).start();
  expect(await types({ decision: 'confirmed' })).toContain('somebody else has to verify it');
  expect(await asks()).toContain('Check under way');
  await types({ decision: 'disputed', why: 'Which minutes?' }, 'discord:8');
  expect(await asks()).toContain('Check under way');
  expect(await types({ decision: 'confirmed' }, 'discord:8')).toContain('Verified');
  const answer = await asks();
  expect(answer).toContain('✓ True');
  expect(answer).toContain('discord:7, discord:8');
});

test('what the rules of the packs forbid is not verified, and it is said what', async () => {
  const draft = aClaim({
    sources: [],
    verification: { ...aClaim().verification, status: 'draft' },
  });
  const { types, asks } = await (await desk([draft])).start();
  expect(await types({ decision: 'confirmed' })).toContain('sources: is empty');
  expect(await asks()).toContain('Check under way');
});

test('a dry run of a reload counts no decision as a change', async () => {
  const { types, rehearse } = await (await desk()).start();
  await types({ decision: 'disputed', why: 'A bad copy.' });
  expect(await rehearse()).not.toContain('harbour-bridge');
});

import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Form } from '../../src/core/reply/form.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { readPacks } from '../../src/storage/packs/pack-reader.ts';
import { writeDecisions } from '../../src/storage/packs/write-decisions.ts';
import { startBotOnDiscord } from '../support/discord/running-bot.ts';
import { startSlack } from '../support/slack/start-slack.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createTestBot } from '../support/test-bot.ts';
import { testDay, testNow } from '../support/test-day.ts';

const ada = { user: '400000000000000009' };
const operators = [`discord:${ada.user}`, 'slack:UBEA', 'slack:UCLEO'] as const;

const written = {
  'The claim, in one neutral sentence': 'The Saltmarsh windmill burnt down in 1954.',
  Verdict: 'False',
  'Why, in one or two sentences': 'The parish register says that it was sold and taken down.',
  'Summary: what was found': 'The register of 1954 has the sale; no fire is on record.',
  'A source that you read': 'https://register.example/1954\nRegister of 1954\nSaltmarsh Parish',
};
const question = 'did the saltmarsh windmill burn down in 1954?';
const ref = 'saltmarsh/the-saltmarsh-windmill-burnt-down-in-1954';
const secret = /False|✗|parish register|no fire|Register of 1954/;

async function folder(): Promise<string> {
  const dataDir = await temporaryFolder();
  await cp('test/fixtures/packs/good', dataDir, { recursive: true });
  return dataDir;
}

test('a claim written on Discord is told to nobody until a second person verifies it on Slack', async () => {
  const dataDir = await folder();
  const { bot, state } = await createTestBot({ dataDir, operators });
  const { discord } = await startBotOnDiscord({ bot });
  const slack = await startSlack({ bot, transport: 'socket' });
  onTestFinished(() => slack.stop());
  const asks = async () => (await slack.slash('/fact', `private ${question}`)).text;

  const form = await discord.formOf('fact-admin draft', ada);
  const preview = await discord.submit({ ...form, from: ada }, written);
  expect(preview.private).toBe(true);
  expect(preview.text).toContain('✗ False');
  expect(preview.text).toContain('no fire is on record');
  expect(await asks()).not.toMatch(/windmill/);

  await discord.press(preview, 'Keep this draft', ada);
  expect(await asks()).toContain('Check under way');
  expect(await asks()).not.toMatch(secret);
  const own = await discord.slash('fact-admin verify', { claim: ref }, ada);
  expect((await discord.press(own, 'Still right', ada)).text).toContain('somebody else');
  expect(await asks()).not.toMatch(secret);

  const shown = await slack.slash('/fact-admin', `verify ${ref}`, { user: 'UBEA' });
  expect(shown.text).toContain('Verdict on the checked claim: ✗ False');
  await slack.press(shown, 'Still right', { user: 'UBEA' });
  expect(await asks()).toContain('✗ False');
  expect(await asks()).toContain('The parish register says');

  const reading = await readPacks(dataDir, testDay);
  if (!reading.ok || !('packs' in reading)) throw new Error('the packs hold mistakes');
  await writeDecisions(dataDir, reading.packs, await state.decisions.all());
  const file = join(
    dataDir,
    'saltmarsh',
    'claims',
    'the-saltmarsh-windmill-burnt-down-in-1954.yaml',
  );
  expect(await readFile(file, 'utf8')).toContain('verdict: "false"');
  expect(await readPacks(dataDir, testDay)).toMatchObject({ ok: true });
});

test('a claim is drafted in Slack too; what breaks the rules is told with what was typed', async () => {
  const { bot, library } = await createTestBot({ dataDir: await folder(), operators });
  const slack = await startSlack({ bot, transport: 'socket' });
  onTestFinished(() => slack.stop());
  const by = { user: 'UCLEO' };
  const open = () => slack.viewAfter(() => slack.act.slash('/fact-admin', 'draft saltmarsh', by));
  const source = 'A source that you read';
  const refused = await slack.submit(await open(), { ...written, [source]: 'hearsay' }, by);
  expect(refused.text).toContain('This draft breaks rules of the packs');
  expect(refused.text).toContain('sources[0].publisher');
  expect(refused.text).toContain('The register of 1954 has the sale');
  expect(refused.actions).toEqual([]);
  const preview = await slack.submit(await open(), written, by);
  await slack.press(preview, 'Keep this draft', by);
  expect(library.current.find(ref)?.verification.status).toBe('draft');

  const withdrawn = `verify ${ref} decision:retracted why:"Not ready."`;
  await slack.slash('/fact-admin', withdrawn, by);
  expect(library.current.find(ref)).toBeUndefined();
  const again = await slack.submit(await open(), written, by);
  await slack.press(again, 'Keep this draft', by);
  expect(library.current.find(ref)?.verification.status).toBe('draft');
});

test('a draft for a request has its claim filled in on Slack, and can be sent off once that is answered', async () => {
  const { bot, desk } = await createTestBot({ dataDir: await folder(), operators });
  const slack = await startSlack({ bot, transport: 'socket' });
  onTestFinished(() => slack.stop());
  const by = { user: 'UCLEO' };
  const none = await slack.slash('/fact-admin', 'draft saltmarsh request:ffff', by);
  expect(none.text).toContain('No request “ffff” waits for an answer');
  const long = `Did the\nSaltmarsh windmill burn down in 1954${', or in 1955'.repeat(30)}?`;
  const at = testNow.toISOString();
  const asker = { at, locale: 'en', community: undefined, place: undefined } as const;
  await desk.ask(long, { ...asker, user: 'slack:T1/UASKER' });
  const [{ id = '' } = {}] = await desk.waiting();
  const form = await slack.viewAfter(() =>
    slack.act.slash('/fact-admin', `draft saltmarsh request:${id}`, by),
  );
  expect(JSON.stringify(form.view)).toContain('"Did the Saltmarsh windmill burn down in 1954, or');
  await desk.decline(id, 'unclear');
  expect((await slack.submit(form, written, by)).text).toContain('Preview of the draft');
});

const values = {
  claim: 'The Saltmarsh windmill burnt down in 1954.',
  verdict: 'false',
  gist: 'It was sold.',
  summary: 'It was sold.',
  source: 'https://register.example/1954\nRegister of 1954\nSaltmarsh Parish',
};

async function draftDesk(dataDir: string) {
  const { bot } = await createTestBot({ dataDir, operators });
  const from = {
    platform: 'discord',
    user: `discord:${ada.user}`,
    community: 'discord:1',
  } as const;
  return {
    async open(options = {}) {
      const input = {
        kind: 'command',
        command: 'fact-admin',
        subcommand: 'draft',
        options,
      } as const;
      const plan = await bot.plan({ ...from, input });
      return 'form' in plan ? plan.form() : undefined;
    },
    async send(id: string, changes: object = {}) {
      const input = { kind: 'form', id, values: { ...values, ...changes } } as const;
      const plan = await bot.plan({ ...from, input });
      return 'answer' in plan ? replyToText(await plan.answer()) : '';
    },
    async typed(line: Readonly<Record<string, string>> = {}) {
      const input = {
        kind: 'command',
        command: 'fact-admin',
        subcommand: 'draft',
        options: line,
      } as const;
      const plan = await bot.plan({ platform: 'console', user: `discord:${ada.user}`, input });
      return 'answer' in plan ? replyToText(await plan.answer()) : '';
    },
  };
}

test('a draft goes to the pack that is named, and where there are several one has to be', async () => {
  const { open, send, typed } = await draftDesk('data');
  expect(replyToText((await open()) as never)).toContain(
    'Say for which pack: krasner, misconceptions.',
  );
  expect(replyToText((await open({ pack: 'town' })) as never)).toContain('There is no pack “town”');
  const form = (await open({ pack: 'misconceptions' })) as Form;
  const verdicts = form.fields.find(({ name }) => name === 'verdict');
  expect(JSON.stringify(verdicts)).not.toContain('satire');
  expect(await send(form.id)).toContain('Preview of the draft');
  expect(await typed({ pack: 'misconceptions' })).toContain('the terminal does not have');
});

test.each([
  ['a link to a private network', { source: 'https://intranet.local/a\nA\nB' }, 'sources[0].url'],
  ['an empty gist', { gist: '' }, 'does not take what was filled in'],
  [
    'words that another claim answers to',
    { claim: 'Do microwaves make food radioactive?' },
    'keep it in one place',
  ],
])('%s is refused as a reload would refuse it', async (_, changes, message) => {
  const { open, send } = await draftDesk('data');
  const form = (await open({ pack: 'misconceptions' })) as Form;
  expect(await send(form.id, changes)).toContain(message);
});

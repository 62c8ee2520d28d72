import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot, SuggestionRequest } from '../../src/core/bot/bot.ts';
import type { Input, Invocation } from '../../src/core/bot/invocation.ts';
import { isForm } from '../../src/core/bot/plan.ts';
import type { CommunityKey, Platform, UserKey } from '../../src/core/keys.ts';

import type { OutboxRecord } from '../../src/core/ports/outbox.ts';
import type { Detail } from '../../src/core/ports/settings.ts';
import type { Form } from '../../src/core/reply/form.ts';
import type { Reply } from '../../src/core/reply/reply.ts';
import type { State } from '../../src/storage/state/state.ts';
import { surfaceBotOptions } from '../../test/support/surface-bot.ts';
import { createTestBot } from '../../test/support/test-bot.ts';
import type { Case, Step, Surface } from './cases.ts';
import { addExamplePacks, addManyPacks } from './more-packs.ts';

/** What is seen after the last step. */
export type Shown =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'home'; readonly reply: Reply }
  | {
      readonly kind: 'suggestions';
      readonly bot: Bot;
      readonly request: SuggestionRequest;
      readonly form: Form;
    };

interface Asker {
  readonly platform: Platform;
  readonly user: UserKey;
  readonly community?: CommunityKey;
  readonly channel?: string;
  readonly detail?: Detail;
}

/** Ada, who asks on every platform; `html.ts` knows the names behind the ids. */
const askers: Readonly<Record<Surface, Asker>> = {
  discord: {
    platform: 'discord',
    user: 'discord:200000000000000001',
    community: 'discord:300000000000000001',
    channel: '400000000000000001',
  },
  slack: {
    platform: 'slack',
    user: 'slack:U0000000ADA',
    community: 'slack:T00000001',
    channel: 'C0000000001',
  },
  terminal: { platform: 'console', user: 'console:ada', detail: 'full' },
};

/** Plays a case by the real core over a copy of the shipped packs. */
export async function playCase(
  { steps, locale, settings, packs }: Case,
  surface: Surface,
): Promise<Shown> {
  const asker = askers[surface];
  const home = process.cwd();
  const folder = await mkdtemp(join(tmpdir(), 'factbot-pictures-'));
  await cp('data', join(folder, 'data'), { recursive: true });
  const addPacks = { examples: addExamplePacks, many: addManyPacks };
  if (packs) await addPacks[packs](join(home, 'docs/examples'), join(folder, 'data'));
  // The paths in mistakes are then those that an operator sees.
  process.chdir(folder);
  try {
    const { bot, state } = await createTestBot({ ...surfaceBotOptions, operators: [asker.user] });
    if (asker.community && settings) {
      const channels = asker.channel === undefined ? null : [asker.channel];
      await state.communities.change(asker.community, asker.user, { ...settings, channels });
    }
    let shown: Shown | undefined;
    for (const step of steps) shown = (await play(step, shown)) ?? shown;
    if (!shown) throw new Error('Nothing is seen.');
    return shown;

    async function play(step: Step, last: Shown | undefined): Promise<Shown | undefined> {
      if (step.do === 'spoil-packs') {
        await spoilPacks();
        return undefined;
      }
      if (step.do === 'correct-answers') {
        await correctAnswers(state, asker.platform);
        return undefined;
      }
      if (step.do === 'home') {
        const reply = await bot.home({ ...asker, locale });
        if (!reply) throw new Error('The home page stays as it is.');
        return { kind: 'home', reply };
      }
      if (step.do === 'type') {
        if (last?.kind !== 'form') throw new Error('No form is open.');
        const { text: typed, suggest = 'claim' } = step;
        const request = { suggest, typed, ...asker, locale };
        return { kind: 'suggestions', bot, request, form: last.form };
      }
      const invocation: Invocation = { ...asker, locale, input: stepToInput(step, last) };
      const plan = await bot.plan(invocation);
      if (plan.delivery === 'none') throw new Error('The bot keeps silent.');
      if (plan.delivery !== 'form') return { kind: 'reply', reply: await plan.answer() };
      const opened = await plan.form();
      return isForm(opened) ? { kind: 'form', form: opened } : { kind: 'reply', reply: opened };
    }
  } finally {
    process.chdir(home);
    await rm(folder, { recursive: true, force: true });
  }
}

type Asking = Exclude<Step, { do: 'spoil-packs' | 'correct-answers' | 'home' | 'type' }>;

function stepToInput(step: Asking, last: Shown | undefined): Input {
  switch (step.do) {
    case 'mention':
      return { kind: 'text', text: step.text, by: 'mention' };
    case 'check':
      return { kind: 'message', text: step.text };
    case 'submit': {
      if (last?.kind !== 'form') throw new Error('No form is open.');
      return { kind: 'form', id: last.form.id, values: step.values };
    }
    case 'command': {
      const { do: _, options = {}, ...command } = step;
      return { kind: 'command', ...command, options };
    }
    case 'press': {
      const actions = last?.kind === 'reply' ? (last.reply.actions ?? []) : [];
      const pressed = actions.find(
        (action) => action.kind === 'button' && action.label.startsWith(step.label),
      );
      if (!pressed) throw new Error(`There is no button “${step.label}”.`);
      return { kind: 'press', id: pressed.id };
    }
  }
}

async function spoilPacks(): Promise<void> {
  const folder = 'data/krasner/claims';
  await edit(
    join(folder, 'fired-31-prosecutors-first-week.yaml'),
    /^verdict: .*$/m,
    'verdict: ture',
  );
  await edit(join(folder, 'krasner-anti-police.yaml'), /^summary:/m, 'sumary:');
}

/** As corrections leave it behind, which nobody sees but in this list. */
async function correctAnswers({ outbox }: State, platform: Platform): Promise<void> {
  const outcomes: readonly Partial<OutboxRecord>[] = [
    { attempts: 2, why: 'later' },
    { state: 'sent' },
    { state: 'failed', why: 'not-allowed' },
    { state: 'failed', why: 'gone' },
  ];
  for (const [at, outcome] of outcomes.entries()) {
    const channel = platform === 'slack' ? `C000000000${at + 1}` : `40000000000000000${at + 1}`;
    const record = await outbox.addTaken(
      {
        key: `correction ${at}`,
        platform,
        kind: 'correction',
        data: {
          ref: 'misconceptions/microwaves-make-food-radioactive',
          channel: `${platform}:${channel}`,
        },
      },
      1000,
    );
    if (!record) throw new Error('There is such a correction already.');
    await outbox.save({ ...record, ...outcome });
    await outbox.release(record.key);
  }
}

async function edit(path: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (!from.test(text)) throw new Error(`${path} has no ${from}.`);
  await writeFile(path, text.replace(from, to));
}

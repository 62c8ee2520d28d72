import fc from 'fast-check';
import { commands } from '../../commands/index.ts';
import { checkOptions } from '../../src/core/bot/check-options.ts';
import { parseCommandLine } from '../../src/core/bot/command-line.ts';
import type { Input, Invocation } from '../../src/core/bot/invocation.ts';
import { dayOf } from '../../src/core/claims/calendar.ts';
import { defaultSettings } from '../../src/core/ports/settings.ts';
import { presses, pressIdToText, textToPressId } from '../../src/core/reply/press-id.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { UserError } from '../../src/core/texts/user-error.ts';
import { loadPacksApart } from '../../src/loading/load-packs-apart.ts';
import { prepareApart } from '../../src/loading/prepare-apart.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { makeClaims } from '../../src/measuring/synthetic-claims.ts';
import { createTestBot } from '../../test/support/test-bot.ts';
import { testNow } from '../../test/support/test-day.ts';
import { anyText } from './any-text.ts';
import { type FuzzTarget, fuzzTarget, openedTarget } from './fuzz-target.ts';

const anyCommand = fc.constantFrom(...commands);
const anyPressId = fc
  .tuple(
    fc.constantFrom(...presses),
    fc.oneof(fc.constant('k3f9x2m8q1zt'), anyText),
    fc.oneof(fc.nat().map(String), anyText),
    fc.option(anyText),
  )
  .map(([press, answer, page, asked]) =>
    [press, answer, page, ...(asked === null ? [] : [asked])].join('.'),
  );
const anyId = fc.oneof(
  anyPressId,
  anyText,
  fc.constantFrom('fact', 'fact-settings.answers', 'fact-settings.claims'),
);

const anyInput: fc.Arbitrary<Input> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: anyText,
    by: fc.constantFrom('mention' as const, 'direct-message' as const),
  }),
  fc.record({ kind: fc.constant('message' as const), text: anyText }),
  fc.tuple(anyCommand, anyText).map(([command, line]) => parseCommandLine(command, line)),
  fc.record(
    {
      kind: fc.constant('command' as const),
      command: fc.oneof(
        anyCommand.map(({ name }) => name),
        anyText,
      ),
      subcommand: anyText,
      options: fc.dictionary(
        fc.oneof(fc.constantFrom('claim', 'words', 'verdict', 'detail'), anyText),
        fc.oneof(anyText, fc.double(), fc.boolean()),
      ),
    },
    { requiredKeys: ['kind', 'command', 'options'] },
  ),
  fc.record(
    { kind: fc.constant('press' as const), id: anyId, value: anyText },
    { requiredKeys: ['kind', 'id'] },
  ),
  fc.record({
    kind: fc.constant('form' as const),
    id: anyId,
    values: fc.dictionary(
      fc.oneof(
        fc.constantFrom('claim', 'claim-choice', 'detail', 'packs', 'channels', 'language', 'keep'),
        anyText,
      ),
      fc.oneof(anyText, fc.boolean(), fc.array(anyText, { maxLength: 3 })),
    ),
  }),
);

const anyInvocation: fc.Arbitrary<Invocation> = fc.record(
  {
    platform: fc.constantFrom('console' as const, 'discord' as const, 'slack' as const),
    user: fc.constant('discord:7' as const),
    community: fc.constant('discord:1' as const),
    channel: anyText,
    locale: fc.oneof(fc.constantFrom('de', 'pt-BR', 'zh-CN', 'xx'), anyText),
    communityLocale: anyText,
    onlyForAsker: fc.boolean(),
    input: anyInput,
  },
  { requiredKeys: ['platform', 'user', 'input'] },
);

/** Apart, as the program does it: nobody waits for a reload. */
const loading = {
  read: (held: readonly string[]) => loadPacksApart('data', dayOf(testNow), held),
  prepare: prepareApart,
};

/** What people type and press, as the bot reads it. */
export const botTargets: readonly FuzzTarget[] = [
  fuzzTarget('command lines', fc.tuple(anyCommand, anyText), ([command, line]) => {
    const input = parseCommandLine(command, line);
    try {
      checkOptions(command, {
        subcommand: undefined,
        ...input,
        form: undefined,
        platform: 'slack',
        settings: defaultSettings,
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }),
  fuzzTarget('ids of buttons', anyId, (id) => {
    const press = textToPressId(id);
    if (press === undefined) return;
    const again = pressIdToText(press);
    const read = textToPressId(again);
    if (read?.press !== press.press) throw new Error(`Came back as ${again}`);
  }),
  openedTarget('whatever reaches the bot', anyInvocation, async () => {
    const failed: unknown[] = [];
    const { bot } = await createTestBot({
      operators: ['discord:7'],
      loading,
      log: { info() {}, warn() {}, error: (details) => failed.push(details) },
    });
    return {
      async read(invocation) {
        failed.length = 0;
        const plan = await bot.plan(invocation);
        if ('answer' in plan) replyToText(await plan.answer());
        if (plan.delivery === 'form') await plan.form();
        const [failure] = failed;
        if (failure !== undefined) throw new Error('It failed', { cause: failure });
      },
    };
  }),
  openedTarget('texts to look up', anyText, () => {
    const matcher = createMatcher(makeClaims(500, 1));
    return {
      read(text) {
        const { confidence, near, ranking } = matcher.match(text);
        if (!(confidence >= 0 && confidence <= 1) || near > ranking.length)
          throw new Error('Out of bounds');
      },
    };
  }),
  openedTarget('words being typed', anyText, () => {
    const matcher = createMatcher(makeClaims(500, 1));
    return { read: (words) => matcher.search(words, () => true) };
  }),
];

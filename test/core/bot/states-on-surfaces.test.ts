import { describe, expect, test } from 'vitest';
import type { Input, OptionValues } from '../../../src/core/bot/invocation.ts';
import type { Plan } from '../../../src/core/bot/plan.ts';
import { lookupToData } from '../../../src/core/claims/lookup-to-data.ts';
import { type Verdict, verdicts } from '../../../src/core/claims/verdict.ts';
import {
  hasVerdict,
  type VerificationState,
  verificationStates,
} from '../../../src/core/claims/verification.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aClaim, aSource } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

const claim = 'The Ostrava lighthouse opened in 1932.';
const link = 'https://archive.example/ostrava';

/** What the check of that claim says for it to be in a state today. */
function checkIn(state: VerificationState) {
  const verification = { ...aClaim().verification, on: '2020-01-01', recheckDueOn: null };
  const reason = 'The minutes were misread.';
  switch (state) {
    case 'due':
      return { ...verification, recheckDueOn: testDay };
    case 'expired':
      return { ...verification, recheckDueOn: '2020-02-01' };
    case 'verified':
      return verification;
    default:
      return { ...verification, status: state, reason };
  }
}

async function surfacesOf(state: VerificationState, verdict: Verdict) {
  const common = { verdict, verification: checkIn(state), wordings: [], topics: ['lights'] };
  const correction = { on: '2026-01-01', by: 'reader', change: 'Put right.', correction: true };
  const record = aClaim({
    ...common,
    id: 'ostrava',
    claim,
    sources: [aSource({ url: link })],
    history: [...aClaim().history, correction],
  });
  const other = aClaim({ ...common, id: 'vsetin', claim: 'The Vsetin archive burnt in 1871.' });
  const { bot, library } = await createTestBot({ packs: [rivertonPack([record, other])] });
  const asker = { user: 'slack:T1/U1', community: 'slack:T1' } as const;
  const ask = async (input: Input): Promise<readonly Reply[]> =>
    replyOf(await bot.plan({ ...asker, platform: 'slack', channel: 'C1', input }));
  const command = (name: string, options: OptionValues): Input => ({
    kind: 'command',
    command: name,
    options,
  });
  const fact = (options: OptionValues): Input => command('fact', options);
  const asked = await Promise.all(
    [
      fact({ claim }),
      fact({ claim, private: true }),
      fact({ claim, detail: 'full', private: true }),
      fact({ claim: 'riverton/ostrava', private: true }),
      fact({ claim: claim.replace('1932', '1942'), private: true }),
      fact({ claim: `${claim} ${other.claim}`, private: true }),
      fact({ claim: 'Ostrava', private: true }),
      fact({ claim: link, private: true }),
      { kind: 'message', text: `${claim} ${other.claim} See ${link}.` } as const,
      { kind: 'text', by: 'mention', text: claim } as const,
      command('fact-search', { words: 'lighthouse' }),
      command('fact-search', { topic: 'lights' }),
    ].map(ask),
  );
  const home = await bot.home(asker);
  const pressed = await Promise.all(
    asked
      .flat()
      .flatMap(({ actions = [] }) => actions)
      .flatMap((action) =>
        action.kind === 'button'
          ? [ask({ kind: 'press', id: action.id })]
          : [ask({ kind: 'press', id: action.id, value: '0' })],
      ),
  );
  const limits = { count: 25, labelLength: 100, valueLength: 100 };
  const request = { ...asker, suggest: 'claim', typed: 'lighthouse' } as const;
  const suggestions = await bot.suggest(request, limits);
  return {
    replies: [...asked.flat(), ...pressed.flat(), ...(home ? [home] : [])],
    labels: suggestions.map(({ label }) => label),
    data: lookupToData(library.current.lookup(claim), testDay),
  };
}

async function replyOf(plan: Plan): Promise<readonly Reply[]> {
  return 'answer' in plan ? [await plan.answer()] : [];
}

const positiveMarks = /[✓◕]/;

describe.each(verificationStates.filter((state) => state !== 'verified'))(
  'a check: %s',
  (state) => {
    test.each(verdicts)(
      'whose verdict is %s shows on every surface what it is',
      async (verdict) => {
        const { replies, labels, data } = await surfacesOf(state, verdict);
        expect(replies.length).toBeGreaterThan(12);
        const named = replies.filter((reply) => /lighthouse/.test(replyToText(reply)));
        expect(named.length).toBeGreaterThan(hasVerdict(state) ? 12 : 5);
        const all = [...replies.map((reply) => replyToText(reply)), ...labels];
        if (state !== 'due') {
          for (const text of all) expect(text).not.toMatch(positiveMarks);
          for (const { tone } of replies) expect(tone).toMatch(/neutral|error/);
        }
        const word =
          new Map([
            ['due', 're-check due'],
            ['draft', 'check under way'],
          ]).get(state) ?? state;
        const answers = named.filter(({ title }) => !/Sources|Why|Ask me|Shared/.test(title));
        for (const reply of answers)
          expect(replyToText(reply).toLowerCase()).toMatch(new RegExp(`${word}|withdrawn`));
        for (const label of labels) expect(label.toLowerCase()).toContain(word);
        expect(JSON.stringify(data)).toContain(`"state":"${state}"`);
        if (!hasVerdict(state)) {
          const said = textsFor('en')(`verdict.${verdict}`);
          for (const text of all.filter((each) => !each.startsWith('Ask me')))
            expect(text).not.toMatch(new RegExp(`(^|[^\\w])${said}([^\\w]|$)`, 'm'));
        }
      },
    );
  },
);

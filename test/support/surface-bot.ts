import type { Bot } from '../../src/core/bot/bot.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import type { CreateMatcher } from '../../src/matching/matcher.ts';
import { createTestBot } from './test-bot.ts';

/** A question that could mean either of two claims, however well texts are compared. */
export const unclearQuestion = 'Soros and Krasner in 2017';

const meantAlike = ['krasner/soros-five-times-krasner', 'krasner/soros-17m-2017-total'];

/** Our matcher, which finds the unclear question as close to the one claim as to the other. */
const createUnclearMatcher: CreateMatcher = (statements) => {
  const matcher = createMatcher(statements);
  return {
    ...matcher,
    match(text, options) {
      const match = matcher.match(text, options);
      if (text !== unclearQuestion) return match;
      const ranking = meantAlike.map((id) => ({ id, score: 1 }));
      return { ...match, outcome: 'ambiguous', ranking, near: ranking.length };
    },
  };
};

/** The table of surfaces is played by a bot with the shipped claims and this matcher. */
export const surfaceBotOptions = { createMatcher: createUnclearMatcher } as const;

export async function createSurfaceBot(): Promise<Bot> {
  const { bot } = await createTestBot(surfaceBotOptions);
  return bot;
}

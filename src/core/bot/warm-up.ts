import type { ClaimSet } from '../claims/claim-set.ts';
import type { Reply } from '../reply/reply.ts';
import type { Bot } from './bot.ts';

/** After so many questions most of what answers them has been compiled; it takes some tenths of a second. */
const questions = 40;

/** What finds a claim, what finds another one or several, and what finds none take different ways. */
const waysToAsk: readonly ((claim: string) => string)[] = [
  (claim) => `is it true that ${claim}`,
  (claim) => claim.slice(0, claim.length / 2),
  (claim) => `${claim} And it cost 1,234 million dollars.`,
  (claim) => `Nobody said in 1987 that ${claim}`,
];

export interface WarmUpParts {
  readonly bot: Pick<Bot, 'plan'>;
  readonly claims: ClaimSet;
  /** How the chats that are to be connected show what is said. */
  readonly renderers: readonly ((reply: Reply) => unknown)[];
}

/**
 * Asks what the claims say, and tells nobody: the first to ask after a start would otherwise wait for the compiler, and hold up all
 * others meanwhile. It asks as whoever sits at a terminal does, of whom nothing is counted or kept.
 */
export async function warmUp({ bot, claims, renderers }: WarmUpParts): Promise<void> {
  const step = Math.max(1, Math.floor(claims.claims.length / questions));
  for (let count = 0; count < questions; count += 1) {
    const claim = claims.claims.at(count * step);
    if (!claim) return;
    const text = waysToAsk[count % waysToAsk.length]?.(claim.claim) ?? '';
    const input = { kind: 'text', by: 'direct-message', text } as const;
    const plan = await bot.plan({ platform: 'console', user: 'console:start', input });
    if (!('answer' in plan)) continue;
    const reply = await plan.answer();
    for (const render of renderers) render(reply);
  }
}

import type { Difference, Match } from '../matcher.ts';
import type { Message } from '../text/message.ts';
import type { Decision } from './decision.ts';
import { withoutDifference } from './one-difference.ts';
import { fitOf, openAmount } from './open-amount.ts';

/** What the second pass needs of the matcher, which asks it. */
export interface SecondPassPorts {
  /** How the candidates would stand for another text. */
  readonly decide: (message: Message) => Decision | undefined;
  /** Between the message and a document. */
  readonly differencesFrom: (document: number) => readonly Difference[];
  readonly textOf: (document: number) => string;
  /** Confidence from which a text that was put right counts as the claim. */
  readonly needed: number;
  /** How many candidates to try. */
  readonly limit: number;
}

/** What a text means after a second look. */
export interface SecondPass {
  readonly outcome: Match['outcome'];
  /** The candidate that is meant, where that is another than the first. */
  readonly document: number | undefined;
}

/**
 * Two kinds of text want a second look. One would be a claim but for one detail, which the answer then names. The other
 * asks for an amount: what gives none is no answer to it, and of several claims the one that gives such an amount is.
 */
export function secondPass(
  text: string,
  message: Message,
  decision: Decision,
  ports: SecondPassPorts,
): SecondPass {
  const { outcome, ranked } = decision;
  const document = outcome === 'match' ? undefined : repairNearMiss(message, decision, ports);
  if (document !== undefined) return { outcome: 'match', document };
  const amount = outcome === 'none' ? undefined : openAmount(text);
  if (amount === undefined) return { outcome, document };
  const filling = ranked
    .slice(0, Math.max(1, Math.min(decision.near, ports.limit)))
    .map(({ document }) => ({ document, fit: fitOf(ports.textOf(document), amount) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)[0];
  return filling
    ? { outcome: 'match', document: filling.document }
    : { outcome: 'none', document: undefined };
}

function repairNearMiss(
  message: Message,
  { outcome, ranked, rivals, near }: Decision,
  { decide, differencesFrom, needed, limit }: SecondPassPorts,
): number | undefined {
  // A candidate that is not worth naming is not this claim with another detail, but another claim.
  const best = outcome === 'ambiguous' ? rivals : ranked.slice(0, Math.min(1, near));
  const candidates = best.slice(0, limit);
  const wouldBe = candidates.filter(({ document }) => {
    const corrected = withoutDifference(message.text, differencesFrom(document));
    if (corrected === undefined) return false;
    const put = decide({ ...message, text: corrected });
    return (
      put?.outcome === 'match' && put.ranked[0]?.document === document && put.confidence >= needed
    );
  });
  return wouldBe.length === 1 ? wouldBe[0]?.document : undefined;
}

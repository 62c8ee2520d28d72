import type { Claim, ClaimRef } from './claim.ts';
import { changedRefs, type PackChanges } from './claim-changes.ts';
import type { ClaimSet } from './claim-set.ts';
import type { Changer } from './reload-history.ts';

/** What readers saw of a claim before it changed: only what was changed. */
export interface TextsBefore {
  readonly claim?: string | undefined;
  readonly verdict?: Claim['verdict'] | undefined;
  readonly gist?: string | undefined;
  readonly summary?: string | undefined;
  readonly context?: string | undefined;
  /** Titles and publishers, one a line. */
  readonly sources?: string | undefined;
  readonly status?: Claim['verification']['status'] | undefined;
}

/** That a claim in use became another: by other files, by going back to earlier ones, or by a decision in a chat. */
export interface ClaimChange {
  /** ISO 8601 instant; that of the decision, where it was one. */
  readonly at: string;
  readonly ref: ClaimRef;
  readonly by: Changer;
  readonly how: 'loaded' | 'undone' | 'decided';
  readonly before: TextsBefore;
}

/** How claims changed while the bot ran. */
export interface ChangeLog {
  /** Never rejects: without a store it forgets. */
  add(change: ClaimChange): Promise<void>;
  /** The latest first; rejects when the store is lost. */
  about(ref: ClaimRef, limit: number): Promise<readonly ClaimChange[]>;
}

/** What was told of a claim and is no longer. */
export function textsBefore(before: Claim, after: Claim): TextsBefore {
  const [old, now] = [toldTexts(before), toldTexts(after)];
  return Object.fromEntries(
    Object.entries(old).filter(([field, text]) => text !== now[field as keyof TextsBefore]),
  );
}

function toldTexts({
  claim,
  verdict,
  gist,
  summary,
  context,
  sources,
  verification,
}: Claim): TextsBefore {
  return {
    claim,
    verdict,
    gist,
    summary,
    context: context ?? undefined,
    sources: sources.map(({ title, publisher }) => `${title} (${publisher})`).join('\n'),
    status: verification.status,
  };
}

/**
 * The claims that both sets hold and of which readers see something else, each with what they saw before. Gives way to other work
 * between some of them.
 */
export async function* changedTexts(
  before: ClaimSet,
  after: ClaimSet,
  changes: readonly PackChanges[],
): AsyncGenerator<Pick<ClaimChange, 'ref' | 'before'>> {
  for await (const ref of changedRefs(changes, ['changed'])) {
    const [old, now] = [before.find(ref), after.find(ref)];
    const texts = old && now ? textsBefore(old, now) : {};
    if (Object.keys(texts).length > 0) yield { ref, before: texts };
  }
}

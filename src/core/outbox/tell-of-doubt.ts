import type { CommunityKey, UserKey } from '../keys.ts';
import { NotSentError } from '../ports/sender.ts';
import type { Reply } from '../reply/reply.ts';
import type { ErrandTools } from './errand.ts';
import { say } from './say.ts';

const doubtStep = 'doubt';

interface Person {
  readonly user: UserKey;
  readonly community?: CommunityKey | undefined;
}

/**
 * Where nobody knows whether what one of these steps said stands: tells whom it was for, once, in a direct message, so that they can
 * look for it. Somebody who can't be reached hears nothing.
 */
export async function tellOfDoubt(
  tools: ErrandTools,
  steps: readonly string[],
  person: Person | undefined,
  reply: Reply,
): Promise<void> {
  if (!person || steps.every((step) => tools.begun(step)?.state !== 'unsure')) return;
  const { user, community } = person;
  const to = { to: 'person', user, community } as const;
  try {
    await say(tools, doubtStep, { to, reply, nonce: tools.nonce(doubtStep), shows: [] });
  } catch (error) {
    if (!(error instanceof NotSentError) || !['gone', 'not-allowed'].includes(error.why))
      throw error;
  }
}

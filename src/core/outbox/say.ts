import type { OutboxStep } from '../ports/outbox.ts';
import type { Address } from '../ports/receipts.ts';
import { type Destination, NotSentError, type Sender, type Standing } from '../ports/sender.ts';
import type { Reply } from '../reply/reply.ts';
import type { ErrandTools, Look } from './errand.ts';
import { isSame } from './steps.ts';

/** What was said, and what it shows: more than was asked for where nobody knows which of it stands there. */
export interface Said {
  readonly standing: Standing;
  readonly shows: readonly string[];
}

export interface Saying {
  readonly to: Destination;
  readonly reply: Reply;
  readonly nonce: string;
  /** What the reply is made from, as far as that may be something else when the next process comes to it. */
  readonly shows: readonly string[];
  /** Words in the reply that are the same whenever it is made. */
  readonly holds?: readonly string[];
}

type Tools = Pick<ErrandTools, 'sender' | 'step' | 'begun'>;

const again = (name: string): string => `${name} again`;

/**
 * Posts a message once, whatever becomes of this process and of those after it. Where one before it posted something
 * else, or may have, that is put right in place. Undefined where nobody knows whether it stands.
 */
export async function say(tools: Tools, name: string, saying: Saying): Promise<Said | undefined> {
  const { sender } = tools;
  const { to, reply, nonce, shows } = saying;
  const post = async () => toStanding(await sender.post(to, reply, nonce));
  await tools.step(name, 'nonce', post, shows, lookFor(sender, saying));
  return bringUpToDate(tools, name, reply, shows);
}

/** Finds what a process may have posted that died over it. */
export function lookFor(
  sender: Sender,
  { to, nonce, reply, holds }: Pick<Saying, 'to' | 'nonce'> & Partial<Saying>,
): Look {
  return async (since) => {
    const found = await sender.find(to, { nonce, since, reply, holds });
    return typeof found === 'string' ? found : toStanding(found);
  };
}

/** Of what was said in a step: makes it say what the reply says. What the platform refuses is left as it is. */
export async function bringUpToDate(
  tools: Tools,
  name: string,
  reply: Reply,
  shows: readonly string[],
): Promise<Said | undefined> {
  const said = whatWasSaid(tools, name);
  // What tells of a claim is better than a sentence on what went wrong since.
  if (!said?.standing.canBeEdited || shows.length === 0 || isSame(said.shows, shows)) return said;
  try {
    const edit = () => tools.sender.edit(said.standing.address, reply);
    await tools.step(again(name), 'repeatable', edit, shows);
  } catch (error) {
    if (!(error instanceof NotSentError)) throw error;
  }
  return whatWasSaid(tools, name);
}

/** Undefined where nothing was said in that step, or nobody knows. */
export function whatWasSaid({ begun }: Pick<ErrandTools, 'begun'>, name: string): Said | undefined {
  const posted = begun(name);
  if (!posted?.standing) return undefined;
  const { standing } = posted;
  const edited = begun(again(name));
  if (edited?.state === 'done') return { standing, shows: shownBy(edited) };
  return { standing, shows: [...new Set([...shownBy(posted), ...shownBy(edited)])] };
}

function toStanding(address: Address): Standing {
  return { address, visibility: 'public', canBeEdited: true };
}

const shownBy = (step: OutboxStep | undefined): readonly string[] => step?.shows ?? [];

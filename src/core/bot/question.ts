import type { ClaimSet } from '../claims/claim-set.ts';
import type { Detail, Settings } from '../ports/settings.ts';
import type { Invocation } from './invocation.ts';
import type { AskerDetails } from './plan.ts';
import type { Task } from './task.ts';

/** An invocation as it was read, once: all that is decided about it, and its answer, rest on this. */
export interface Question {
  readonly invocation: Invocation;
  readonly details: AskerDetails;
  readonly settings: Settings;
  /** The set in use when it was asked: a reload in the meantime does not change the answer. */
  readonly allClaims: ClaimSet;
  /** What of it the community answers from. */
  readonly claims: ClaimSet;
  readonly task: Task;
}

/** Whether the community lets the bot answer for all where this was asked. */
export function mayBePublic({ invocation, settings }: Question): boolean {
  const { channel } = invocation;
  return settings.channels === null || !channel || settings.channels.includes(channel);
}

/** How much of a record an answer shows: what communities choose is meant for their channels, not for direct messages. */
export function detailFor({ invocation, settings }: Question): Detail {
  const { input, detail } = invocation;
  const isDirectMessage = input.kind === 'text' && input.by === 'direct-message';
  return detail ?? (isDirectMessage ? 'short' : settings.detail);
}

import { UserError } from '../texts/user-error.ts';
import type { MistakesError } from './mistakes-error.ts';

/** A decision is kept, and is not in use yet: the claims could not be prepared with it. The next load or decision takes it along. */
export class DecisionWaitsError extends UserError {
  constructor({ mistakes }: MistakesError) {
    super('decide.waits', { why: mistakes.map(({ message }) => message).join(' ') });
  }
}

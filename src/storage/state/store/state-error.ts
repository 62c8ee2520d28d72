/** The store can't be used: one sentence on what is wrong and what to do, free of secrets. */
export class StateError extends Error {
  override readonly name = 'StateError';
}

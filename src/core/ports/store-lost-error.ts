/** The store is away: what was asked for was neither read nor, as far as is known, written. */
export class StoreLostError extends Error {
  override readonly name = 'StoreLostError';
}

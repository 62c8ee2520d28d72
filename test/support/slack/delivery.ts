/** Brings something to the app and resolves with what it acknowledged with. */
export type Deliver = (
  kind: 'slash' | 'event',
  payload: Readonly<Record<string, unknown>>,
  retry?: { readonly attempt: number; readonly reason: string },
) => Promise<unknown>;

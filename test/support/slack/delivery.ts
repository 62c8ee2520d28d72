export type DeliveryKind = 'slash' | 'event' | 'interactive';

/** Brings something to the app and resolves with what it acknowledged with. */
export type Deliver = (
  kind: DeliveryKind,
  payload: Readonly<Record<string, unknown>>,
  retry?: { readonly attempt: number; readonly reason: string },
) => Promise<unknown>;

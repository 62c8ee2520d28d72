import { type Client, Events } from 'discord.js';
import type { Log } from '../../core/ports/log.ts';
import { errorFields } from './error-fields.ts';

export interface ConnectionEvents {
  /** The connection was lost; the promise resolves when it is back or given up. */
  onGap(back: Promise<void>): void;
  /** Discord ended the connection with this code, and discord.js will not come back. */
  onEnd(code: number): void;
}

/** Logs how the connection to the gateway fares, each loss once however many attempts it takes to come back. */
export function watchConnection(
  client: Client,
  log: Log,
  { onGap, onEnd }: ConnectionEvents,
): void {
  let gap: PromiseWithResolvers<void> | undefined;

  function endGap(): boolean {
    const wasOpen = gap !== undefined;
    gap?.resolve();
    gap = undefined;
    return wasOpen;
  }

  client.on(Events.ShardReconnecting, () => {
    if (gap) return;
    gap = Promise.withResolvers();
    onGap(gap.promise);
  });
  client.on(Events.ShardResume, (_, replayed) => {
    if (endGap()) log.info({ replayed }, 'Discord: connected again, nothing was missed');
  });
  client.on(Events.ShardReady, () => {
    if (endGap()) log.warn({}, 'Discord: connected again, in a new session');
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    endGap();
    onEnd(code);
  });
  client.on(Events.ShardError, (error) =>
    log.warn(errorFields(error), 'Discord: connection error'),
  );
}

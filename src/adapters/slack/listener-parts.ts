import type { App } from '@slack/bolt';
import type { Bot } from '../../core/bot/bot.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Seal } from '../../secrets/seal.ts';
import type { Askers } from './askers.ts';
import type { UnjoinedChannels } from './unjoined-channels.ts';

/** What every listener works with. Clients and ids come with each request, because there can be many workspaces. */
export interface ListenerParts {
  readonly app: App;
  readonly bot: Bot;
  readonly askers: Askers;
  readonly deliveries: Deliveries;
  /** Hides where an answer under way goes. */
  readonly seal: Seal;
  readonly unjoined: UnjoinedChannels;
  readonly log: Log;
  /** Does the work after an acknowledgement: a stop waits for it, and what goes wrong is told to the log. */
  answer(work: () => Promise<void>): Promise<void>;
}

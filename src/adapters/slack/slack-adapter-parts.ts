import type { Bot } from '../../core/bot/bot.ts';
import type { ConnectedSenders } from '../../core/outbox/connected-senders.ts';
import type { Communities } from '../../core/ports/communities.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Log } from '../../core/ports/log.ts';
import type { SlackTransport } from './slack-transport.ts';

export interface SlackAdapterParts {
  readonly bot: Bot;
  readonly transport: SlackTransport;
  /** Root of the Web API, for proxies and tests; slack.com unless given. */
  readonly apiUrl?: string | undefined;
  readonly deliveries: Deliveries;
  readonly communities: Pick<Communities, 'joined' | 'left'>;
  /** Told while messages can be posted that nobody asks for just now. */
  readonly senders: Pick<ConnectedSenders, 'connect'>;
  readonly log: Log;
  /** Called when the running adapter can't go on: its message says what to fix. */
  readonly onFatal: (problem: Error) => void;
}

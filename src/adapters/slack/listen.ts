import type { App } from '@slack/bolt';
import type { Bot } from '../../core/bot/bot.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Log } from '../../core/ports/log.ts';
import type { WorkUnderWay } from '../../core/ports/work-under-way.ts';
import type { Seal } from '../../secrets/seal.ts';
import { acknowledgeOthers } from './acknowledge-others.ts';
import { createAskers } from './askers.ts';
import { listenToActions } from './listen-to-actions.ts';
import { listenToCommands } from './listen-to-commands.ts';
import { listenToForms } from './listen-to-forms.ts';
import { listenToHome } from './listen-to-home.ts';
import { listenToMessages } from './listen-to-messages.ts';
import { listenToShortcuts } from './listen-to-shortcuts.ts';
import { createPeople } from './people.ts';
import type { UnjoinedChannels } from './unjoined-channels.ts';
import { errorFields } from './web-api.ts';

export interface ListenParts {
  readonly app: App;
  readonly bot: Bot;
  readonly deliveries: Deliveries;
  readonly seal: Seal;
  readonly unjoined: UnjoinedChannels;
  readonly underWay: WorkUnderWay;
  readonly log: Log;
  /** Told of every answer that could not be delivered. */
  readonly onUndelivered: (error: unknown) => void;
}

/** Subscribes the bot to everything that people can do with it in Slack. */
export function listen({
  app,
  bot,
  deliveries,
  seal,
  unjoined,
  underWay,
  log,
  onUndelivered,
}: ListenParts): void {
  const parts = {
    app,
    bot,
    deliveries,
    seal,
    unjoined,
    log,
    askers: createAskers(createPeople(() => performance.now())),
    answer(work: () => Promise<void>): Promise<void> {
      const answered = work().catch(onUndelivered);
      underWay.add(answered);
      return answered;
    },
  };
  listenToCommands(parts);
  listenToMessages(parts);
  listenToShortcuts(parts);
  listenToActions(parts);
  listenToForms(parts);
  listenToHome(parts);
  acknowledgeOthers(parts);
  app.error(async (error) => {
    log.error(errorFields(error), 'Slack: a request could not be handled');
  });
}

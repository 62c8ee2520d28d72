import type { Bot } from './core/bot/bot.ts';
import type { SharedLibrary } from './core/bot/shared-library.ts';
import { createAnswerErrand } from './core/corrections/answer-errand.ts';
import { createCorrectionErrand } from './core/corrections/correction-errand.ts';
import {
  type CorrectionSettings,
  createCorrections,
} from './core/corrections/create-corrections.ts';
import { createDigests } from './core/digest/create-digests.ts';
import { createNotices } from './core/digest/create-notices.ts';
import type { DigestSettings } from './core/digest/places.ts';
import { type ConnectedSenders, createConnectedSenders } from './core/outbox/connected-senders.ts';
import type { Errand } from './core/outbox/errand.ts';
import { createOutboxWorker } from './core/outbox/outbox-worker.ts';
import { createOutgoing, type Outgoing } from './core/outbox/outgoing.ts';
import type { Connections } from './core/ports/connections.ts';
import type { Log } from './core/ports/log.ts';
import { createCatchUp } from './core/requests/catch-up.ts';
import type { RequestDesk } from './core/requests/request-desk.ts';
import { createTellAsker } from './core/requests/tell-asker.ts';
import type { State } from './storage/state/state.ts';

export interface OpenOutgoing {
  readonly outgoing: Outgoing;
  /** Where the chats say that they are there. */
  readonly senders: ConnectedSenders;
}

export interface OutgoingOptions {
  readonly state: Pick<
    State,
    'receipts' | 'told' | 'answers' | 'corrections' | 'outbox' | 'requests' | 'communities'
  >;
  readonly bot: Pick<Bot, 'resume'>;
  readonly library: Pick<SharedLibrary, 'current' | 'files'>;
  readonly desk: RequestDesk;
  readonly settings: CorrectionSettings;
  readonly digest: DigestSettings;
  readonly connections: Connections;
  readonly clock: () => Date;
  readonly log: Log;
}

/** All that the bot says unasked, put together. */
export function openOutgoing({
  state,
  bot,
  library,
  desk,
  settings,
  digest,
  connections,
  clock,
  log,
}: OutgoingOptions): OpenOutgoing {
  const { receipts, told, answers, communities, requests, outbox } = state;
  const senders = createConnectedSenders();
  const shared = { library, receipts, told, settings, clock };
  const corrections = createCorrections({ ...shared, log: state.corrections, outbox });
  const digests = createDigests({
    ...shared,
    settings: digest,
    communities,
    outbox,
    waitingRequests: async () =>
      (await requests.list())
        .filter(({ askers }) => askers.length > 0)
        .map(({ claim, askers }) => ({ claim, askers: askers.length })),
  });
  const notices = createNotices({
    settings: digest,
    connections,
    files: library.files,
    communities,
    outbox,
    clock,
  });
  const errands: readonly Errand[] = [
    createCorrectionErrand({ ...shared, answers, corrections }),
    createAnswerErrand({ bot, communities, corrections }),
    createTellAsker({ ...shared, requests, communities, corrections }),
    digests.errand,
    notices.errand,
  ];
  const worker = createOutboxWorker({ outbox, senders, errands, clock, log });
  const finders = [
    corrections.follow,
    createCatchUp({ desk, library }),
    digests.plan,
    notices.plan,
  ];
  return { senders, outgoing: createOutgoing({ finders, worker, log }) };
}

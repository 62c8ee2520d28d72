import { type Client, Events, type REST, Routes } from 'discord.js';
import type { Bot } from '../../core/bot/bot.ts';
import type { ConnectedSenders } from '../../core/outbox/connected-senders.ts';
import type { Adapter } from '../../core/ports/adapter.ts';
import type { Deliveries } from '../../core/ports/deliveries.ts';
import type { Log } from '../../core/ports/log.ts';
import { within } from '../../core/ports/within.ts';
import { createWorkUnderWay } from '../../core/ports/work-under-way.ts';
import { createSeal } from '../../secrets/seal.ts';
import { answerAutocomplete } from './answer-autocomplete.ts';
import { answerInteraction } from './answer-interaction.ts';
import { answerMessage } from './answer-message.ts';
import { createClient } from './create-client.ts';
import { createSender } from './create-sender.ts';
import { errorFields } from './error-fields.ts';
import { fatalClose, startProblem } from './gateway-problem.ts';
import { installLink } from './install-link.ts';
import { isAsking } from './interaction-to-invocation.ts';
import { createQuietChannels } from './quiet-channels.ts';
import { registerCommands } from './register-commands.ts';
import { wasEditedSoon } from './was-edited-soon.ts';
import { type Memberships, watchCommunities } from './watch-communities.ts';
import { watchConnection } from './watch-connection.ts';

export interface DiscordAdapterOptions {
  readonly bot: Bot;
  readonly token: string;
  /** The server whose members get the commands; everybody does without it. */
  readonly guildId?: string | undefined;
  /** Root of the REST API, without a version; Discord's own unless given. */
  readonly apiUrl?: string | undefined;
  readonly deliveries: Deliveries;
  /** Told of the servers that the bot is in, joins and leaves. */
  readonly communities: Memberships;
  /** Told while messages can be posted that nobody asks for just now. */
  readonly senders: Pick<ConnectedSenders, 'connect'>;
  readonly log: Log;
  /** Called once if Discord ends the connection for good after the start; the message says what to fix. */
  readonly onFatal: (error: Error) => void;
}

/** How long a start may take, in milliseconds: discord.js tries an unreachable gateway for ever. */
const startWithinMs = 60_000;

export function createDiscordAdapter(options: DiscordAdapterOptions): Adapter {
  const { bot, token, guildId, apiUrl, deliveries, communities, senders, log, onFatal } = options;
  const client = createClient(apiUrl);
  const seal = createSeal(token);
  const quietChannels = createQuietChannels(() => performance.now());
  const underWay = createWorkUnderWay();
  let stage: 'starting' | 'running' | 'stopping' = 'starting';
  let closeCode: number | undefined;
  let disconnect = (): void => {};

  /** The edge at which failed work ends: it is logged, with ids only. */
  function take(event: { readonly id: string }, work: () => Promise<void>): void {
    if (stage === 'stopping') return;
    underWay.add(
      work().catch((error: unknown) => {
        log.error({ event: event.id, ...errorFields(error) }, 'Discord: an event was not answered');
      }),
    );
  }

  client.on(Events.InteractionCreate, (interaction) => {
    if (isAsking(interaction)) {
      take(interaction, () => answerInteraction(interaction, bot, deliveries, seal));
    } else if (interaction.isAutocomplete()) {
      take(interaction, () => answerAutocomplete(interaction, bot));
    }
  });
  client.on(Events.MessageCreate, (message) => {
    take(message, () => answerMessage(message, bot, deliveries, quietChannels));
  });
  client.on(Events.MessageUpdate, (_, message) => {
    if (wasEditedSoon(message)) {
      take(message, () => answerMessage(message, bot, deliveries, quietChannels));
    }
  });
  watchCommunities(client, communities, take);
  watchConnection(client, log, {
    onGap(back) {
      // discord.js says so even while it disconnects for good.
      if (stage !== 'running') return;
      log.warn({}, 'Discord: connection lost, reconnecting');
      // A client that is destroyed while it reconnects comes back all the same, so a stop has to wait for that too.
      underWay.add(back);
    },
    onEnd(code) {
      closeCode = code;
      if (stage !== 'running') return;
      stage = 'stopping';
      disconnect();
      onFatal(new Error(fatalClose(code) ?? `Discord closed the connection for good (${code}).`));
    },
  });
  client.on(Events.Error, (error) => log.error(errorFields(error), 'Discord: client error'));

  return {
    async start() {
      try {
        client.rest.setToken(token);
        // Before the connection: a wrong token costs no IDENTIFY, and no command arrives before it is registered.
        const applicationId = await fetchApplicationId(client.rest);
        const written = await registerCommands(client.rest, applicationId, guildId, bot.commands);
        log.info({ written, scope: guildId ? 'guild' : 'global' }, 'Discord: commands registered');
        const botId = await connect(client, token);
        stage = 'running';
        disconnect = senders.connect('discord', createSender(client.rest, botId, seal));
        log.info({}, 'Discord: connected');
        log.info({}, `Discord: to add the bot to a server, open ${installLink(applicationId)}`);
      } catch (error) {
        stage = 'stopping';
        await client.destroy();
        throw new Error(startProblem(error, closeCode), { cause: error });
      }
    },
    async stop(graceMs) {
      stage = 'stopping';
      disconnect();
      const left = await underWay.settle(graceMs);
      if (left > 0) log.warn({ left }, 'Discord: stopped before everything was done');
      await client.destroy();
    },
  };
}

async function fetchApplicationId(rest: REST): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  return id;
}

/** Resolves when events arrive, with the id of the bot's user. */
async function connect(client: Client, token: string): Promise<string> {
  const { promise: ready, resolve } = Promise.withResolvers<string>();
  client.once(Events.ClientReady, ({ user }) => resolve(user.id));
  const opened = Promise.all([ready, client.login(token)]);
  const tooLate = `the gateway was not ready within ${startWithinMs / 1000} s`;
  const [botId] = await within(startWithinMs, opened, tooLate);
  return botId;
}

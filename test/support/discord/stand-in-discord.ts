import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  commandData,
  guild,
  type InteractionEvent,
  interactionEvent,
  type MessageEvent,
  messageEvent,
  type OptionInput,
  world,
} from './events.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { type Choice, createLedger, type Seen } from './ledger.ts';
import type { CommandBody } from './payload-rules.ts';
import { createRest, type Fault, type RestRequest } from './rest.ts';
import { createRoutes } from './rest-routes.ts';

/** Who writes, and where; a reader in the guild's channel unless given. */
interface From {
  readonly user?: string;
  readonly where?: 'guild' | 'direct';
}

/** Discord on loopback, as far as a bot can tell: REST and gateway, with a chat's view of both. */
export interface StandInDiscord {
  readonly apiUrl: string;
  readonly gateway: Gateway;
  readonly requests: readonly RestRequest[];
  commands(scope: 'guild' | 'global'): readonly CommandBody[];
  /** Replaces what is registered, as a person or an older version may have. */
  setCommands(scope: 'guild' | 'global', commands: readonly CommandBody[]): void;
  fail(fault: Fault): void;

  /** Types a slash command, as in `slash('fact-admin reload')`. */
  slash(command: string, options?: OptionInput, from?: From): Promise<Seen>;
  /** What is offered while `typed` stands in an option. */
  autocomplete(command: string, option: string, typed: string): Promise<readonly Choice[]>;
  /** Writes to the bot in a server, its mention first. */
  mention(text: string, from?: From): Promise<Seen>;
  directMessage(text: string, from?: From): Promise<Seen>;

  /** Events by readers, not yet delivered; `fields` replace what a plain message would have. */
  write(text: string, fields?: object, from?: From): MessageEvent;
  type(command: string, options?: OptionInput, from?: From): InteractionEvent;
  /** Sends an event, once more if it was sent before. */
  deliver(event: MessageEvent | InteractionEvent): void;
  answerTo(event: MessageEvent | InteractionEvent): Promise<Seen>;
  /** Resolves when the bot has said that it got a command. */
  acknowledgementOf(event: InteractionEvent): Promise<void>;
  /** Forgets an interaction, as Discord does after 3 s without an acknowledgement. */
  expire(event: InteractionEvent): void;
  /** Every message of the bot in a channel, oldest first. */
  readonly posted: readonly Seen[];
  stop(): Promise<void>;
}

export async function startStandInDiscord(): Promise<StandInDiscord> {
  const ledger = createLedger();
  let port = 0;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}`;
  const rest = createRest(
    world.token,
    createRoutes(ledger, () => gateway, gatewayUrl),
  );
  const server = createServer(rest.listener);
  const gateway = createGateway(server, {
    token: world.token,
    url: gatewayUrl,
    ready: () => ({
      v: 10,
      user: world.bot,
      guilds: [{ id: world.guild, unavailable: true }],
      application: { id: world.application, flags: 0 },
    }),
    guilds: () => [guild()],
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;

  const discord: StandInDiscord = {
    apiUrl: `http://127.0.0.1:${port}/api`,
    gateway,
    requests: rest.requests,
    posted: ledger.posted,
    commands: (scope) => ledger.commands[scope],
    setCommands(scope, commands) {
      ledger.commands[scope] = [...commands];
    },
    fail: rest.fail,
    async slash(command, options, from) {
      const event = discord.type(command, options, from);
      discord.deliver(event);
      return discord.answerTo(event);
    },
    async autocomplete(command, option, typed) {
      const data = commandData(commandNamed(command), undefined, { [option]: typed }, option);
      const event = interactionEvent(4, world.reader, 'guild', data);
      discord.deliver(event);
      return ledger.until(() => ledger.choices.get(event.id), 'choices');
    },
    async mention(text, from) {
      const event = discord.write(`<@${world.bot.id}> ${text}`, {}, from);
      discord.deliver(event);
      return discord.answerTo(event);
    },
    async directMessage(text, from) {
      const event = discord.write(text, {}, { ...from, where: 'direct' });
      discord.deliver(event);
      return discord.answerTo(event);
    },
    write: (text, fields, { user = world.reader, where = 'guild' } = {}) =>
      messageEvent(where, user, text, fields),
    type(command, options = {}, { user = world.reader, where = 'guild' } = {}) {
      const [name = '', subcommand] = command.split(' ');
      return interactionEvent(2, user, where, commandData(commandNamed(name), subcommand, options));
    },
    deliver(event) {
      if ('token' in event) {
        ledger.tokens.set(event.id, String(event.token));
        gateway.dispatch('INTERACTION_CREATE', event);
      } else {
        gateway.dispatch('MESSAGE_CREATE', asDelivered(event));
      }
    },
    answerTo: (event) => ledger.until(() => ledger.answers.get(event.id), 'answer'),
    async acknowledgementOf(event) {
      await ledger.until(() => ledger.acknowledged.get(event.id), 'acknowledgement');
    },
    expire(event) {
      ledger.tokens.set(event.id, 'expired');
    },
    async stop() {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function commandNamed(name: string): CommandBody {
    const { guild: inGuild, global } = ledger.commands;
    const found = [...inGuild, ...global].find((command) => command.name === name);
    if (!found) throw new Error(`/${name} is not registered`);
    return found;
  }

  return discord;
}

/** Without the privileged intent, the text comes only with direct messages and messages that mention the bot. */
function asDelivered(event: MessageEvent): object {
  const mentioned = JSON.stringify(event.mentions).includes(world.bot.id);
  return event.guild_id === undefined || mentioned ? event : { ...event, content: '' };
}

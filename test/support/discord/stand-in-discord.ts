import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { menuData, type OptionInput, slashData } from './command-data.ts';
import type { CommandBody } from './command-rules.ts';
import {
  type From,
  guild,
  type InteractionEvent,
  interactionEvent,
  type MessageEvent,
  messageEvent,
  newId,
  world,
} from './events.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { type Choice, createLedger, type Seen } from './ledger.ts';
import { pressData } from './press-data.ts';
import { createRest, type Fault, type RestRequest } from './rest.ts';
import { createRoutes } from './rest-routes.ts';
import { type FormInput, formEvent, type ShownForm, showForm } from './shown-form.ts';

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
  autocomplete(
    command: string,
    option: string,
    typed: string,
    from?: From,
  ): Promise<readonly Choice[]>;
  /** Writes to the bot in a server, its mention first. */
  mention(text: string, from?: From): Promise<Seen>;
  directMessage(text: string, from?: From): Promise<Seen>;
  /** Uses "Check this message" on a message that somebody else wrote. */
  check(text: string, from?: From, fields?: object): Promise<Seen>;
  /** Presses a button, or chooses from a select, by how its label begins; the outcome is what the presser sees then. */
  press(on: Seen, label: string, from?: From): Promise<Seen>;
  /** The form that a command, or a button by its label, opens. */
  formOf(command: string, from?: From, options?: OptionInput): Promise<ShownForm>;
  formUnder(on: Seen, label: string, from?: From): Promise<ShownForm>;
  submit(form: ShownForm, input: FormInput): Promise<Seen>;

  /** Events by readers, not yet delivered; `fields` replace what a plain message would have. */
  write(text: string, fields?: object, from?: From): MessageEvent;
  type(command: string, options?: OptionInput, from?: From): InteractionEvent;
  checking(text: string, from?: From, fields?: object): InteractionEvent;
  pressing(on: Seen, label: string, from?: From): InteractionEvent;
  /** Sends an event, once more if it was sent before. */
  deliver(event: MessageEvent | InteractionEvent): void;
  answerTo(event: MessageEvent | InteractionEvent): Promise<Seen>;
  /** The answer, if there is one by now. */
  answered(event: MessageEvent | InteractionEvent): Seen | undefined;
  /** Delivers it and waits for the answer or form, whichever comes. */
  outcomeOf(event: InteractionEvent, from?: From): Promise<Seen | ShownForm>;
  /** Resolves when the bot has said that it got a command. */
  acknowledgementOf(event: InteractionEvent): Promise<void>;
  /** Forgets an interaction, as Discord does after 3 s without an acknowledgement. */
  expire(event: InteractionEvent): void;
  /** What a new session is told that the bot is in; only the first of them is within reach. */
  readonly servers: Set<string>;
  /** Brings the bot into a server, or out of it; `unavailable` is a server that is only out of reach. */
  addToGuild(id: string): void;
  removeFromGuild(id: string, fields?: { readonly unavailable?: boolean }): void;
  /** Takes the permission to write there from the bot. */
  closeChannel(id: string): void;
  /** Takes the permission to read what was written there from the bot. */
  hideHistory(id: string): void;
  /** Dates what is written and posted from now on by this clock; by one that stands still unless set. */
  setClock(clock: () => Date): void;
  /** Takes a message of the bot's away, as a moderator does. */
  remove(seen: Seen): void;
  /** Every message of the bot in a channel, oldest first. */
  readonly posted: readonly Seen[];
  /** A message as it stands now; undefined once it is gone. */
  messageNow(seen: Seen): Seen | undefined;
  stop(): Promise<void>;
}

/** `guildFields` replace what a plain server would have, `readyFields` what a plain session begins with. */
export async function startStandInDiscord(
  guildFields: object = {},
  readyFields: object = {},
): Promise<StandInDiscord> {
  const { channel, otherChannel, thread, directChannel } = world;
  const ledger = createLedger([channel, otherChannel, thread, directChannel]);
  const servers = new Set<string>([world.guild]);
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
      guilds: [...servers].map((id) => ({ id, unavailable: true })),
      application: { id: world.application, flags: 0 },
      ...readyFields,
    }),
    guilds: () => [guild(guildFields)],
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
    slash: (command, options, from) => answerOf(discord.type(command, options, from)),
    async autocomplete(command, option, typed, from = {}) {
      const [name = '', subcommand] = command.split(' ');
      const data = slashData(shownCommand(name, from), subcommand, { [option]: typed }, option);
      const event = interactionEvent(4, from, data);
      discord.deliver(event);
      return ledger.until(() => ledger.choices.get(event.id), 'choices');
    },
    mention: (text, from) => answerOf(discord.write(`<@${world.bot.id}> ${text}`, {}, from)),
    directMessage: (text, from) => answerOf(discord.write(text, {}, { ...from, where: 'direct' })),
    check: (text, from, fields) => answerOf(discord.checking(text, from, fields)),
    press: (on, label, from) => answerOf(discord.pressing(on, label, from)),
    formOf: (command, from, options) => formOf(discord.type(command, options, from), from),
    formUnder: (on, label, from) => formOf(discord.pressing(on, label, from), from),
    submit: (form, input) => answerOf(formEvent(form, input)),
    write: (text, fields, { user = world.reader, where = 'guild' } = {}) =>
      messageEvent(where, user, text, { id: newId(ledger.clock()), ...fields }),
    type(command, options = {}, from = {}) {
      const [name = '', subcommand] = command.split(' ');
      return interactionEvent(2, from, slashData(shownCommand(name, from), subcommand, options));
    },
    checking(text, from = {}, fields = {}) {
      const author = '400000000000000099';
      const message = messageEvent(from.where ?? 'guild', author, text, fields);
      return interactionEvent(2, from, menuData(shownCommand('Check this message', from), message));
    },
    pressing(on, label, from = {}) {
      const message = messageEvent(from.where ?? 'guild', world.bot.id, '', {
        id: on.id,
        author: world.bot,
        flags: on.private ? 64 : 0,
      });
      return interactionEvent(3, from, pressData(on, label), message);
    },
    deliver(event) {
      if (isInteraction(event)) {
        const known = ledger.interactions.get(event.token);
        if (!known) ledger.interactions.set(event.token, { event, ephemeral: false, followUps: 0 });
        gateway.dispatch('INTERACTION_CREATE', event);
      } else {
        ledger.history.keep(asDelivered(event));
        gateway.dispatch('MESSAGE_CREATE', asDelivered(event));
      }
    },
    answerTo: (event) => ledger.until(() => ledger.answers.get(event.id), 'answer'),
    answered: (event) => ledger.answers.get(event.id),
    async outcomeOf(event, from = {}) {
      const postedBefore = ledger.posted.length;
      const { message } = event;
      discord.deliver(event);
      return ledger.until(() => {
        const modal = ledger.modals.get(event.id);
        if (modal) return showForm(modal, event, from);
        // An answer that is shared leaves nothing to the presser but the message in the channel.
        const gone = message && !ledger.messages.has(message.id);
        return ledger.answers.get(event.id) ?? (gone ? ledger.posted.at(postedBefore) : undefined);
      }, 'answer');
    },
    async acknowledgementOf({ id }) {
      await ledger.until(() => ledger.acknowledged.has(id) || undefined, 'acknowledgement');
    },
    expire({ token }) {
      ledger.interactions.delete(token);
    },
    servers,
    addToGuild(id) {
      servers.add(id);
      gateway.dispatch('GUILD_CREATE', guild({ id, channels: [], threads: [], roles: [] }));
    },
    removeFromGuild(id, fields = {}) {
      if (!fields.unavailable) servers.delete(id);
      gateway.dispatch('GUILD_DELETE', { id, ...fields });
    },
    closeChannel(id) {
      ledger.channels.delete(id);
    },
    hideHistory(id) {
      ledger.history.hidden.add(id);
    },
    setClock(clock) {
      ledger.clock = clock;
    },
    remove({ id }) {
      ledger.messages.delete(id);
      ledger.history.remove(id);
    },
    messageNow: ({ id }) => ledger.messages.get(id),
    async stop() {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answerOf(event: MessageEvent | InteractionEvent): Promise<Seen> {
    if (!isInteraction(event)) {
      discord.deliver(event);
      return discord.answerTo(event);
    }
    const outcome = await discord.outcomeOf(event);
    if ('modal' in outcome) throw new Error(`a form came instead of an answer: ${outcome.title}`);
    return outcome;
  }

  async function formOf(event: InteractionEvent, from?: From): Promise<ShownForm> {
    const outcome = await discord.outcomeOf(event, from);
    if ('modal' in outcome) return outcome;
    throw new Error(`an answer came instead of a form: ${outcome.text}`);
  }

  /** The command as it is shown to somebody there; a client offers no other. */
  function shownCommand(name: string, { where = 'guild' }: From): CommandBody {
    const inGuild = where === 'direct' || where === 'abroad' ? [] : ledger.commands.guild;
    const everywhere = ledger.commands.global.filter(
      ({ contexts, integration_types: installs = [0] }) =>
        (contexts ?? [0, 1]).includes(where === 'direct' ? 1 : 0) &&
        installs.includes(where === 'abroad' ? 1 : 0),
    );
    const found = [...inGuild, ...everywhere].find((command) => command.name === name);
    if (!found) throw new Error(`there is no command “${name}” ${where}`);
    return found;
  }

  return discord;
}

function isInteraction(event: MessageEvent | InteractionEvent): event is InteractionEvent {
  return 'token' in event;
}

/** Without the privileged intent, the text comes only with direct messages and messages that mention the bot. */
function asDelivered(event: MessageEvent): MessageEvent {
  const mentioned = JSON.stringify(event.mentions).includes(world.bot.id);
  return event.guild_id === undefined || mentioned ? event : { ...event, content: '' };
}

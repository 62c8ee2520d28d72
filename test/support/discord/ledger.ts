import { testClock } from '../test-day.ts';
import type { CommandBody } from './command-rules.ts';
import type { ModalBody } from './component-rules.ts';
import { showDiscordText } from './discord-text.ts';
import type { InteractionEvent } from './events.ts';
import { createHistory, type History } from './history.ts';
import type { MessageBody } from './payload-rules.ts';

/** An answer as the asker meets it. */
export interface Seen {
  /** Of the message; empty for one that was never sent. */
  readonly id: string;
  /** What is shown: titles and descriptions of the embeds, one after the other, markup read as Discord reads it. */
  readonly text: string;
  /** Kinds of markup that came alive. */
  readonly markup: readonly string[];
  /** True if nobody but the asker sees it. */
  readonly private: boolean;
  /** Labels of the buttons, in order. */
  readonly buttons: readonly string[];
  /** Labels of what can be chosen. */
  readonly choices: readonly string[];
  /** The message that it replies to, if any. */
  readonly repliesTo: string | undefined;
  readonly message: MessageBody;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What Discord remembers of an interaction. */
export interface Interaction {
  readonly event: InteractionEvent;
  /** The message that its token calls `@original`, once there is one. */
  original?: string;
  /** Who will see that message, for as long as it is not there. */
  ephemeral: boolean;
  followUps: number;
}

/** What Discord remembers of a bot: its commands, and what it said to whom. */
export interface Ledger {
  readonly commands: Record<'guild' | 'global', CommandBody[]>;
  /** Channels that the bot may write to. */
  readonly channels: Set<string>;
  /** The interactions that were delivered and not forgotten, by token. */
  readonly interactions: Map<string, Interaction>;
  /** Interactions that were responded to, by id. */
  readonly acknowledged: Set<string>;
  /** The latest answer by the id of the interaction or message that it answers. */
  readonly answers: Map<string, Seen>;
  readonly choices: Map<string, readonly Choice[]>;
  readonly modals: Map<string, ModalBody>;
  /** The bot's messages that stand, by id. */
  readonly messages: Map<string, Seen>;
  /** The bot's messages in channels, oldest first; responses to interactions are not among them. */
  readonly posted: Seen[];
  /** Messages by nonce, so that the same one is not posted twice, and when they were posted. */
  readonly nonces: Map<string, { readonly message: object; readonly at: Date }>;
  readonly history: History;
  /** By which it dates what is posted; it stands still unless set. */
  clock: () => Date;
  changed(): void;
  /** Resolves with what `look` finds, as soon as it finds something. */
  until<Value>(look: () => Value | undefined, what: string): Promise<Value>;
}

/** Longest wait for the bot, in milliseconds. */
const patienceMs = 30_000;

export function createLedger(channels: readonly string[]): Ledger {
  const watchers = new Set<() => void>();
  return {
    commands: { guild: [], global: [] },
    channels: new Set(channels),
    interactions: new Map(),
    acknowledged: new Set(),
    answers: new Map(),
    choices: new Map(),
    modals: new Map(),
    messages: new Map(),
    posted: [],
    nonces: new Map(),
    history: createHistory(),
    clock: testClock,
    changed() {
      for (const watcher of watchers) watcher();
    },
    until(look, what) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(watcher);
          reject(new Error(`no ${what} within ${patienceMs} ms`));
        }, patienceMs);
        function watcher(): void {
          const value = look();
          if (value === undefined) return;
          clearTimeout(timer);
          watchers.delete(watcher);
          resolve(value);
        }
        watchers.add(watcher);
        watcher();
      });
    },
  };
}

export function messageToSeen(message: MessageBody, ephemeral: boolean, id = ''): Seen {
  const shown = [
    message.content,
    ...(message.embeds ?? []).flatMap(({ title, description }) => [title, description]),
  ]
    .filter((text) => text !== undefined)
    .map(showDiscordText);
  const components = (message.components ?? []).flatMap((row) => row.components);
  return {
    id,
    text: shown.map(({ text }) => text).join('\n\n'),
    markup: shown.flatMap(({ markup }) => markup),
    private: ephemeral,
    buttons: components.flatMap((one) => (one.type === 2 ? [one.label] : [])),
    choices: components.flatMap((one) =>
      one.type === 3 ? one.options.map(({ label }) => label) : [],
    ),
    repliesTo: message.message_reference?.message_id,
    message,
  };
}

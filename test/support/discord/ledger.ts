import { showDiscordText } from './discord-text.ts';
import type { CommandBody, MessageBody } from './payload-rules.ts';

/** An answer as the asker meets it. */
export interface Seen {
  /** What is shown: titles and descriptions of the embeds, one after the other, markup read as Discord reads it. */
  readonly text: string;
  /** Kinds of markup that came alive. */
  readonly markup: readonly string[];
  /** True if nobody but the asker sees it. */
  readonly private: boolean;
  /** The message that it replies to, if any. */
  readonly repliesTo: string | undefined;
  readonly message: MessageBody;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What Discord remembers of a bot: its commands, and what it said to whom. */
export interface Ledger {
  readonly commands: Record<'guild' | 'global', CommandBody[]>;
  /** Tokens of the interactions that were delivered, by id. */
  readonly tokens: Map<string, string>;
  readonly acknowledged: Map<string, { readonly ephemeral: boolean }>;
  /** Answers by the id of the interaction or message that they answer. */
  readonly answers: Map<string, Seen>;
  readonly choices: Map<string, readonly Choice[]>;
  /** Messages in channels, oldest first. */
  readonly posted: Seen[];
  /** Messages by nonce, so that the same one is not posted twice. */
  readonly nonces: Map<string, object>;
  changed(): void;
  /** Resolves with what `look` finds, as soon as it finds something. */
  until<Value>(look: () => Value | undefined, what: string): Promise<Value>;
}

/** Longest wait for the bot, in milliseconds. */
const patienceMs = 10_000;

export function createLedger(): Ledger {
  const watchers = new Set<() => void>();
  return {
    commands: { guild: [], global: [] },
    tokens: new Map(),
    acknowledged: new Map(),
    answers: new Map(),
    choices: new Map(),
    posted: [],
    nonces: new Map(),
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

export function messageToSeen(message: MessageBody, ephemeral: boolean): Seen {
  const shown = [
    message.content,
    ...(message.embeds ?? []).flatMap(({ title, description }) => [title, description]),
  ]
    .filter((text) => text !== undefined)
    .map(showDiscordText);
  return {
    text: shown.map(({ text }) => text).join('\n\n'),
    markup: shown.flatMap(({ markup }) => markup),
    private: ephemeral,
    repliesTo: message.message_reference?.message_id,
    message,
  };
}

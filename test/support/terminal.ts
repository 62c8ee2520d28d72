import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Terminal } from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { createConsoleAdapter } from '../../src/adapters/console/console-adapter.ts';
import type { Bot } from '../../src/core/bot/bot.ts';
import type { ClaimSet } from '../../src/core/claims/claim-set.ts';

/** A person at a terminal, and what they see on its screen. */
export interface TerminalSession {
  /** Presses keys, one after the other: `\r` is Enter, `\t` Tab, `\u0004` Ctrl-D. */
  type(keys: string): Promise<void>;
  /** Pastes a text as terminals do: with marks around it where the program asked for them. */
  paste(text: string): Promise<void>;
  /** Sends bytes as a terminal without such marks would, all at once. */
  send(text: string): Promise<void>;
  /** Every line since the start, without what follows the last that was written on. */
  screen(): string;
  /** Whether the program asks for marks around what is pasted. */
  marksPastes(): boolean;
  /** How often the program has said that it has ended. */
  readonly ends: () => number;
}

export interface TerminalOptions {
  readonly bot: Bot;
  readonly library: { readonly current: ClaimSet };
  readonly columns?: number;
}

/** The terminal chat in a terminal that is 80 columns wide unless given. */
export async function openTerminal({
  bot,
  library,
  columns = 80,
}: TerminalOptions): Promise<TerminalSession> {
  // A terminal's driver begins a line at its left edge.
  const terminal = new Terminal({
    cols: columns,
    rows: 24,
    scrollback: 1000,
    convertEol: true,
    allowProposedApi: true,
  });
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true, columns, rows: 24 });
  let written: Promise<void> = Promise.resolve();
  output.on('data', (data: Buffer) => {
    written = new Promise<void>((resolve) => terminal.write(data, resolve));
  });
  let ends = 0;
  const adapter = createConsoleAdapter({
    bot,
    claims: library.current,
    input,
    output,
    interactive: true,
    onEnd: () => {
      ends += 1;
    },
  });
  await adapter.start();
  onTestFinished(() => adapter.stop(0));
  /** The bot works in memory, so it has answered when nothing is left to do. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 100; turn++) await setImmediate();
    await written;
  };
  const send = async (text: string): Promise<void> => {
    input.write(text);
    await settle();
  };
  await settle();
  return {
    async type(keys) {
      for (const key of keys) await send(key);
    },
    paste: (text) => {
      const sent = text.replace(/\r?\n/g, '\r');
      const { bracketedPasteMode } = terminal.modes;
      return send(bracketedPasteMode ? `\u001B[200~${sent}\u001B[201~` : sent);
    },
    send,
    screen() {
      const { active } = terminal.buffer;
      const lines = Array.from(
        { length: active.baseY + active.cursorY + 1 },
        (_, row) => active.getLine(row)?.translateToString(true) ?? '',
      );
      return lines.map((line) => line.trimEnd()).join('\n');
    },
    marksPastes: () => terminal.modes.bracketedPasteMode,
    ends: () => ends,
  };
}

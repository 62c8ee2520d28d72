import { createInterface, type Interface } from 'node:readline';
import type { Bot } from '../../core/bot/bot.ts';
import { parseCommandLine } from '../../core/bot/command-line.ts';
import type { CommandInput, TextInput } from '../../core/bot/invocation.ts';
import type { UserKey } from '../../core/keys.ts';
import type { Adapter } from '../../core/ports/adapter.ts';
import type { Detail } from '../../core/ports/settings.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { renderConsole } from './render-console.ts';

/** Whoever sits at the terminal. */
export const consoleUser: UserKey = 'console:local';

export interface ConsoleOptions {
  readonly bot: Bot;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  };
  /** Whether to prompt and to use escape codes. */
  readonly interactive: boolean;
  /**
   * Where given, every answer is one line of JSON, for a program that reads it: to a claim what this makes of it, to a
   * command `{"reply": …}` with the reply as it is.
   */
  readonly claimToData?: ((claim: string) => object) | undefined;
  /** How much of a record answers show; all of it unless given: a terminal scrolls. */
  readonly detail?: Detail;
  /** A question to try, for the banner. */
  readonly example?: string | undefined;
  /** Called when the input has ended and every line of it is answered. */
  readonly onEnd: () => void;
}

/** Chats in the terminal: plain lines are claims, lines with a slash are commands. */
export function createConsoleAdapter({
  bot,
  input,
  output,
  interactive,
  claimToData,
  detail = 'full',
  example,
  onEnd,
}: ConsoleOptions): Adapter {
  let lines: Interface | undefined;
  let answered: Promise<void> = Promise.resolve();

  const show = (reply: Reply): void => {
    const width = Math.min(output.columns ?? 100, 100);
    const text = renderConsole(reply, { width, color: interactive });
    // A long answer scrolls its own verdict away.
    const scrolls = interactive && text.split('\n').length > (output.rows ?? 24);
    output.write(`\n${text}\n${scrolls ? `\n↑ ${reply.title}\n` : ''}\n`);
  };

  const showData = (data: object): void => {
    output.write(`${JSON.stringify(data)}\n`);
  };

  async function answerLine(line: string): Promise<void> {
    const input = lineToInput(bot, line);
    if (claimToData && input.kind === 'text') {
      showData(claimToData(input.text));
      return;
    }
    const plan = await bot.plan({ platform: 'console', user: consoleUser, detail, input });
    if (!('answer' in plan)) return;
    const reply = await plan.answer();
    if (claimToData) showData({ reply });
    else show(reply);
  }

  return {
    async start() {
      if (!claimToData) output.write(`${banner(example)}\n\n`);
      lines = createInterface({ input, ...(interactive && { output }), prompt: '> ' });
      if (interactive) lines.prompt();
      lines.on('line', (line) => {
        // One after the other, so that piped lines are answered in order.
        answered = answered
          .then(() => (line.trim() ? answerLine(line) : undefined))
          .then(() => (interactive ? lines?.prompt() : undefined));
      });
      lines.on('close', () => void answered.then(onEnd));
      lines.on('SIGINT', () => lines?.close());
    },
    async stop() {
      lines?.removeAllListeners('close');
      lines?.close();
      await answered;
    },
  };
}

function banner(example: string | undefined): string {
  const t = textsFor(undefined);
  const toTry = example && t('field.line', { name: t('help.examples'), value: example });
  return [t('console.banner'), ...(toTry ? [toTry] : [])].join('\n');
}

function lineToInput(bot: Bot, line: string): CommandInput | TextInput {
  const [, name, rest = ''] = line.trim().match(/^\/(\S+)\s*(.*)$/s) ?? [];
  if (name === undefined) return { kind: 'text', text: line, by: 'direct-message' };
  const command = bot.commands.find((candidate) => candidate.name === name.toLowerCase());
  return command
    ? parseCommandLine(command, rest)
    : { kind: 'command', command: name, options: {} };
}

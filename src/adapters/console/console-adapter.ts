import { clearScreenDown, cursorTo } from 'node:readline';
import type { Bot } from '../../core/bot/bot.ts';
import { parseCommandLine } from '../../core/bot/command-line.ts';
import type { CommandInput, Input, TextInput } from '../../core/bot/invocation.ts';
import type { ClaimSet } from '../../core/claims/claim-set.ts';
import type { UserKey } from '../../core/keys.ts';
import type { Adapter } from '../../core/ports/adapter.ts';
import type { Detail } from '../../core/ports/settings.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { printable, printableJson, withoutCommands } from '../../core/texts/printable.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { bannerFor } from './banner.ts';
import { completeLine } from './complete-line.ts';
import { type ConsoleOutput, styleFor, takesEscapeCodes } from './console-style.ts';
import { type Entry, type EntryReader, readEntries } from './read-entries.ts';
import { renderConsole } from './render-console.ts';
import { wrapText } from './wrap-text.ts';

/** Whoever sits at the terminal. */
export const consoleUser: UserKey = 'console:local';

const prompt = '> ';

export interface ConsoleOptions {
  readonly bot: Bot;
  /** What the banner tells of. */
  readonly claims: ClaimSet;
  readonly input: NodeJS.ReadableStream;
  readonly output: ConsoleOutput;
  /** Whether somebody types: they are prompted, and what they paste is taken as one message. */
  readonly interactive: boolean;
  /**
   * Where given, every answer is one line of JSON, for a program that reads it: to a claim what this makes of it, to a
   * command `{"reply": …}` with the reply as it is.
   */
  readonly claimToData?: ((claim: string) => object) | undefined;
  /** How much of a record answers show; all of it unless given: a terminal scrolls. */
  readonly detail?: Detail;
  /** Called when the input has ended and every line of it is answered. */
  readonly onEnd: () => void;
}

/** Chats in the terminal: plain lines are claims, lines with a slash are commands, lines pasted at once are a message. */
export function createConsoleAdapter({
  bot,
  claims,
  input,
  output,
  interactive,
  claimToData,
  detail = 'full',
  onEnd,
}: ConsoleOptions): Adapter {
  /** Whether keys are read one by one; else the terminal's own editing of lines has to do. */
  const takesKeys = interactive && takesEscapeCodes(output);
  let reader: EntryReader | undefined;
  let answered: Promise<void> = Promise.resolve();
  /** Entries that are sent off and not answered yet. */
  let waiting = 0;

  function showBanner(): void {
    const { width } = styleFor(output);
    const keys = { exits: interactive, completes: takesKeys };
    const lines = bannerFor(claims, keys, textsFor(undefined));
    const text = withoutCommands(wrapText(printable(lines.join('\n')), width));
    output.write(`${text}\n\n`);
  }

  function show(reply: Reply): void {
    const text = withoutCommands(renderConsole(reply, styleFor(output)));
    // A long answer scrolls its own verdict away.
    const scrolls = interactive && text.split('\n').length > (output.rows ?? 24);
    output.write(`\n${text}\n${scrolls ? `\n↑ ${printable(reply.title)}\n` : ''}\n`);
  }

  function showData(data: object): void {
    output.write(`${printableJson(JSON.stringify(data))}\n`);
  }

  async function answer(input: Input): Promise<void> {
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

  function take(entry: Entry): void {
    const asked = entry.filter((line) => line.trim());
    if (interactive && isEnd(asked)) {
      reader?.close();
      return;
    }
    // Commands are no sentences of a message.
    const isMessage = asked.length > 1 && !asked.some(isCommand);
    const inputs: readonly (readonly [shown: string, Input])[] = isMessage
      ? [[asked.join('\n'), { kind: 'message', text: asked.join('\n') }]]
      : asked.map((line) => [line, lineToInput(bot, line)]);
    for (const [shown, input] of inputs) enqueue(shown, input);
    if (interactive && inputs.length === 0 && waiting === 0) reader?.prompt();
  }

  /** One after the other, so that each answer stands under its question. */
  function enqueue(shown: string, input: Input): void {
    const isBehind = waiting > 0;
    waiting += 1;
    answered = answered.then(async () => {
      if (interactive) {
        if (takesEscapeCodes(output)) {
          // What was typed ahead stands where the answer begins; the prompt shows it again.
          cursorTo(output, 0);
          clearScreenDown(output);
        }
        // On the screen, other questions stand between this one and its answer.
        if (isBehind || waiting > 1) output.write(`${prompt}${printable(shown)}\n`);
      }
      await answer(input);
      waiting -= 1;
      if (interactive) reader?.prompt();
    });
  }

  return {
    async start() {
      if (!claimToData) showBanner();
      reader = readEntries({
        input,
        output,
        prompt: interactive ? prompt : undefined,
        complete: (line) => completeLine(bot, consoleUser, line),
        onEntry: take,
        onEnd: () => void answered.then(onEnd),
      });
      if (interactive) reader.prompt();
    },
    async stop() {
      reader?.close();
      await answered;
    },
  };
}

function isEnd([only = '', ...others]: Entry): boolean {
  return others.length === 0 && /^\/?(?:exit|quit)$/i.test(only.trim());
}

function isCommand(line: string): boolean {
  return line.trimStart().startsWith('/');
}

function lineToInput(bot: Bot, line: string): CommandInput | TextInput {
  const [, name, rest = ''] = line.trim().match(/^\/(\S+)\s*(.*)$/s) ?? [];
  if (name === undefined) return { kind: 'text', text: line, by: 'direct-message' };
  const command = bot.commands.find((candidate) => candidate.name === name.toLowerCase());
  return command
    ? parseCommandLine(command, rest)
    : { kind: 'command', command: name, options: {} };
}

import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util';
import { nearestWord } from './core/texts/nearest-word.ts';
import { exitWithError } from './exit-with-error.ts';
import { print, printError } from './print.ts';

/** One flag: what `node:util` reads, and what `--help` says of it. */
export interface ProgramOption extends ParseArgsOptionDescriptor {
  readonly says: string;
  /** What stands for the value in `--help`, such as `DIR`; for flags of type `string`. */
  readonly value?: string;
}

/** What `--help` tells of a program, beside how its arguments are read. */
export interface ProgramDescription<Options> {
  /** How it is started: `npm run fact`. */
  readonly command: string;
  /** What it does, in a sentence or two. */
  readonly does: string;
  /** The arguments that are no flags; without it there are none. */
  readonly operand?: { readonly name: string; readonly says: string };
  readonly options: Options;
  /** Whole lines to type. */
  readonly examples: readonly [string, ...string[]];
  /** What the exit codes mean. 2, for a mistaken argument, is added. */
  readonly exitCodes: Readonly<Record<0 | 1, string>>;
}

type OptionTable = Readonly<Record<string, ProgramOption>>;

type Arguments<Options extends OptionTable> = Pick<
  ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>,
  'values' | 'positionals'
>;

/** An argument that can't be used; its message says which and what to write instead. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** Reads the arguments, answers `--help`, and ends with the exit code that the description gives. */
export async function runProgram<const Options extends OptionTable>(
  description: ProgramDescription<Options>,
  main: (given: Arguments<Options>) => Promise<void>,
): Promise<void> {
  try {
    const given = readArguments(description);
    if (given === 'help') print(helpText(description));
    else await main(given);
  } catch (error) {
    if (error instanceof ArgumentError) {
      printError(`${error.message}\nHow it is used: ${description.command} -- --help`);
      process.exit(2);
    }
    exitWithError(error);
  }
}

const help = { help: { type: 'boolean', short: 'h', says: 'Says this and ends.' } } as const;

function readArguments<Options extends OptionTable>(
  description: ProgramDescription<Options>,
): Arguments<Options> | 'help' {
  const options = { ...description.options, ...help };
  // Read leniently first: node's own message names an unknown flag, but not the one that was meant.
  const { tokens, values } = parseArgs({ options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option' || Object.hasOwn(options, token.name)) continue;
    const near = nearestWord(token.name, Object.keys(options));
    throw new ArgumentError(
      `There is no option ${token.rawName}${near ? `: did you mean --${near}?` : '.'}`,
    );
  }
  if (values.help) return 'help';
  try {
    const allowPositionals = description.operand !== undefined;
    return parseArgs({ options: description.options, allowPositionals });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new ArgumentError(error.message);
    throw error;
  }
}

function helpText<Options extends OptionTable>({
  command,
  does,
  operand,
  options,
  examples,
  exitCodes,
}: ProgramDescription<Options>): string {
  const flags = Object.entries<ProgramOption>({ ...options, ...help });
  return [
    `Usage: ${command} -- [options]${operand ? ` ${operand.name}` : ''}`,
    does,
    ...(operand ? [`${operand.name}\n  ${operand.says}`] : []),
    `Options\n${columns(flags.map(([name, option]) => [flagText(name, option), saysText(option)]))}`,
    `Examples\n${examples.map((example) => `  ${example}`).join('\n')}`,
    `Exit codes\n${columns([
      ['0', exitCodes[0]],
      ['1', exitCodes[1]],
      ['2', 'An argument is mistaken; nothing was done.'],
    ])}`,
  ].join('\n\n');
}

function flagText(name: string, { short, value }: ProgramOption): string {
  return `--${name}${short ? `, -${short}` : ''}${value ? ` ${value}` : ''}`;
}

function saysText({ says, type, default: fallback }: ProgramOption): string {
  return type === 'string' && fallback !== undefined ? `${says} Without it: ${fallback}.` : says;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

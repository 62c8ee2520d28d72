import { escapeHidden, withoutHidden } from './hidden-characters.ts';

/**
 * Text from a pack, a file's name or a person as a terminal and the log of a build may show it: nothing in it steers the
 * terminal, and no line of it is a command to GitHub, Azure or TeamCity (`::error::`, `##[error]`, `##teamcity[…]`).
 */
export function printable(text: string): string {
  return withoutCommands(withoutHidden(text));
}

/** Of text that a renderer has cleaned itself, and given escape codes of its own. */
export function withoutCommands(text: string): string {
  return text.replace(commandBegin, '$1: ').replace(commandSign, '# ');
}

/** JSON of the same data that may be shown like that: what would steer is escaped. */
export function printableJson(json: string): string {
  return escapeHidden(json).replace(commandSign, '\\u0023');
}

/** Blanks of one line: over many empty ones, each would be read again from every other. */
const commandBegin = /^([^\S\r\n\u2028\u2029]*):(?=:)/gm;
const commandSign = /#(?=#\w*\[)/g;

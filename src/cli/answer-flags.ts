import type { Detail } from '../core/ports/settings.ts';
import { ArgumentError } from '../program.ts';

/** How the programs that answer in the terminal do it: one of these, all of it unless given. */
export const answerFlags = {
  short: {
    type: 'boolean',
    default: false,
    says: 'Verdict, claim, the gist and up to three sources, as in a chat.',
  },
  full: { type: 'boolean', default: false, says: 'The whole record. This is the default.' },
  json: {
    type: 'boolean',
    default: false,
    says: 'What was found as data; docs/json.md describes it.',
  },
} as const;

/** @throws {ArgumentError} when more than one is given. */
export function flagsToForm(flags: Readonly<Record<Detail | 'json', boolean>>): Detail | 'json' {
  const given = (['short', 'full', 'json'] as const).filter((name) => flags[name]);
  const [form = 'full', other] = given;
  if (other !== undefined) throw new ArgumentError(`Give --${form} or --${other}, not both.`);
  return form;
}

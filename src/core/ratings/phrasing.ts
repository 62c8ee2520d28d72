import { z } from 'zod';
import { labelKey, labelWords, standsAt } from './label-key.ts';
import phrasing from './phrasing.json' with { type: 'json' };

const words = z.array(z.string());
const { prefixes, suffixes, turns } = z
  .object({ prefixes: words, suffixes: words, turns: words })
  .parse(phrasing);
const turnWords = turns.map(labelWords);

/** A label, and what is left of it without "Verdict:" before or "claim" after; as keys. */
export function formsOf(label: string): readonly string[] {
  const key = labelKey(label);
  const prefix = prefixes.find((words) => key.startsWith(`${words} `));
  const bare = prefix === undefined ? key : key.slice(prefix.length + 1);
  const suffix = suffixes.find((word) => bare.endsWith(` ${word}`));
  return suffix === undefined ? [key, bare] : [key, bare, bare.slice(0, -suffix.length - 1)];
}

/** "Verdict: False. The picture …": the heading is no rating, what follows is. */
export function withoutHeading(label: string): string {
  const [, heading, rest] = label.match(/^([^.:!;–—-]{2,60})(?::|\s[-–—]+\s)\s*(.+)$/su) ?? [];
  return heading !== undefined && rest !== undefined && prefixes.includes(labelKey(heading))
    ? rest
    : label;
}

/** Whether something takes back what was said before it: "but", "however", "only". */
export function holdsTurn(text: string): boolean {
  const found = labelWords(text);
  return turnWords.some((turn) => found.some((_, at) => standsAt(turn, found, at)));
}

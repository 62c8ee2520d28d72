import { cutText } from '../texts/cut-text.ts';

/** What buttons and selects do. */
export const presses = [
  'more',
  'sources',
  'sources-page',
  'why',
  'share',
  'wrong',
  'pick',
  'open',
  'page',
  'request',
  'confirmed',
  'disputed',
  'retracted',
  'keep-draft',
] as const;
export type Press = (typeof presses)[number];

/** The id of an action as it travels: what it does, the kept answer it belongs to, and a page where it turns one. Of `request`, which needs no kept answer, who saw the answer stands in its place. */
export interface PressId {
  readonly press: Press;
  readonly answer: string;
  readonly page: number;
  /** Words of the asker that the answer repeats: they stay in the message that shows them, and nobody keeps them. */
  readonly asked?: readonly string[];
}

/** Discord's limit for a custom_id. */
const longestId = 100;

/** `sources-page.k3f9x2m8q1zt.2`, or `share.k3f9x2m8q1zt.0.362|2019`; what was asked is cut to fit. */
export function pressIdToText({ press, answer, page, asked = [] }: PressId): string {
  const id = `${press}.${answer}.${page}`;
  if (asked.length === 0) return id;
  const room = Math.floor((longestId - id.length) / asked.length) - 1;
  return `${id}.${asked.map((words) => cutText(words.replaceAll('|', ' '), room)).join('|')}`;
}

/** The id with all that was asked in it; without, where that is too long: half a claim is none. */
export function pressIdWith(id: Omit<PressId, 'asked'>, asked: string): string {
  const text = pressIdToText({ ...id, asked: [asked] });
  const [carried, ...more] = textToPressId(text)?.asked ?? [];
  return carried === asked && more.length === 0 ? text : pressIdToText(id);
}

/** Undefined for anything that this bot did not make. */
export function textToPressId(text: string): PressId | undefined {
  const [, press, answer, page, asked] =
    text.match(/^([^.]+)\.([^.]+)\.(\d{1,6})(?:\.(.*))?$/s) ?? [];
  const known = presses.find((candidate) => candidate === press);
  if (!known || !answer) return undefined;
  return {
    press: known,
    answer,
    page: Number(page),
    ...(asked !== undefined && { asked: asked.split('|') }),
  };
}

/** Twelve characters, 60 random bits: nobody guesses another one's. */
export function createAnswerId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join('');
}

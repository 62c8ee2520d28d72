/** What buttons and selects do. */
export const presses = [
  'more',
  'sources',
  'sources-page',
  'why',
  'share',
  'wrong',
  'pick',
  'page',
] as const;
export type Press = (typeof presses)[number];

/** The id of an action as it travels: what it does, the kept answer it belongs to, and a page where it turns one. */
export interface PressId {
  readonly press: Press;
  readonly answer: string;
  readonly page: number;
}

/** Short enough for Discord's custom_id of 100 characters: `sources-page.k3f9x2m8q1zt.2`. */
export function pressIdToText({ press, answer, page }: PressId): string {
  return `${press}.${answer}.${page}`;
}

/** Undefined for anything that this bot did not make. */
export function textToPressId(text: string): PressId | undefined {
  const [press, answer, page, ...rest] = text.split('.');
  const known = presses.find((candidate) => candidate === press);
  if (!known || !answer || !/^\d+$/.test(page ?? '') || rest.length > 0) return undefined;
  return { press: known, answer, page: Number(page) };
}

/** Twelve characters, 60 random bits: nobody guesses another one's. */
export function createAnswerId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join('');
}

import { z } from 'zod';
import type { Day } from '../core/claims/calendar.ts';
import { addressProblem } from '../core/claims/source-address.ts';
import type { FetchedPage } from '../network/fetch-guarded.ts';
import { NetworkError } from '../network/network-rules.ts';
import { holdsQuote, lettersIn } from './holds-quote.ts';
import { pageText } from './page-text.ts';
import { NotWelcomeError, type PoliteWeb } from './polite-web.ts';
import type { SourceFinding } from './source-finding.ts';

export interface SourceCheckParts {
  readonly web: PoliteWeb;
  /** Where copies are asked for, by the protocol of the Wayback Machine. */
  readonly archive: URL;
  readonly today: Day;
}

type Verdict = Pick<SourceFinding, 'state' | 'why' | 'movedTo'>;

/** A page with fewer letters shows its text by a program only, or asks for a click first. */
const fewestLetters = 200;

/** Looks at one address, once, for all that is quoted from it. Never rejects over what others answer. */
export async function checkSource(
  url: string,
  quotes: readonly (string | null)[],
  { web, archive, today }: SourceCheckParts,
): Promise<readonly SourceFinding[]> {
  const seen = await visit(url, web);
  const archived = await archivedCopy(url, web, archive);
  return quotes.map((quote) => ({
    url,
    quote,
    checkedOn: today,
    ...('page' in seen ? judge(url, quote, seen.page) : seen),
    ...(archived && { archived }),
  }));
}

async function visit(
  url: string,
  web: PoliteWeb,
): Promise<{ readonly page: FetchedPage } | Verdict> {
  try {
    return { page: await web.get(new URL(url)) };
  } catch (error) {
    if (!(error instanceof NetworkError || error instanceof NotWelcomeError)) throw error;
    const { cause } = error;
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND';
    return { state: isGone ? 'dead' : 'unknown', why: error.message };
  }
}

function judge(url: string, quote: string | null, page: FetchedPage): Verdict {
  const { status } = page;
  if (status === 404 || status === 410) return { state: 'dead', why: `answers with ${status}` };
  if (status !== 200) return { state: 'unknown', why: `answers with ${status}` };
  const moved = isSamePlace(new URL(url), page.url) ? {} : { movedTo: page.url.href };
  return { ...judgeText(url, quote, page), ...moved };
}

function judgeText(url: string, quote: string | null, page: FetchedPage): Verdict {
  if (page.url.pathname === '/' && new URL(url).pathname !== '/') {
    return { state: 'changed', why: 'leads to the front page' };
  }
  if (quote === null) return { state: 'holds' };
  const text = pageText(page);
  if (text === undefined) {
    return { state: 'unknown', why: `is ${page.headers['content-type']}, which is not read` };
  }
  if (holdsQuote(text, quote)) return { state: 'holds' };
  if (lettersIn(text) < fewestLetters) {
    return { state: 'unknown', why: 'shows next to no text to programs' };
  }
  return { state: 'changed', why: 'no longer holds the quote' };
}

/** What sites do on their own: https, `www.`, a slash at the end. */
function isSamePlace(one: URL, other: URL): boolean {
  const place = ({ host, pathname, search }: URL): string =>
    host.replace(/^www\./, '') + pathname.replace(/\/+$/, '') + search;
  return place(one) === place(other);
}

const copiesSchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.literal(true), url: z.string() }).optional(),
  }),
});

/** https://archive.org/help/wayback_api.php; what can't be asked is not known. */
async function archivedCopy(
  url: string,
  web: PoliteWeb,
  archive: URL,
): Promise<string | undefined> {
  const question = new URL(archive);
  question.searchParams.set('url', url);
  try {
    const { body } = await web.get(question);
    const copies = copiesSchema.parse(JSON.parse(body.toString()));
    const copy = copies.archived_snapshots.closest?.url.replace(/^http:/, 'https:');
    return copy !== undefined && addressProblem(copy) === undefined ? copy : undefined;
  } catch {
    return undefined;
  }
}

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
  const copies = await askArchive(url, web, archive);
  const archived = copies?.newest;
  return quotes.map((quote) => ({
    url,
    quote,
    checkedOn: today,
    ...('page' in seen
      ? judge(url, quote, seen.page)
      : judgeTrouble(seen.trouble, copies !== undefined)),
    ...(archived && { archived }),
  }));
}

type Trouble = NetworkError | NotWelcomeError;

async function visit(
  url: string,
  web: PoliteWeb,
): Promise<{ readonly page: FetchedPage } | { readonly trouble: Trouble }> {
  try {
    return { page: await web.get(new URL(url)) };
  } catch (error) {
    if (error instanceof NetworkError || error instanceof NotWelcomeError)
      return { trouble: error };
    throw error;
  }
}

/** A host that nobody knows is gone, unless it is this machine that knows nobody: then it didn't reach the archive either. */
function judgeTrouble({ message, cause }: Trouble, isOnline: boolean): Verdict {
  const isNoHost = cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND';
  return { state: isNoHost && isOnline ? 'dead' : 'unknown', why: message };
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

/** https://archive.org/help/wayback_api.php; undefined where it gives no answer. */
async function askArchive(
  url: string,
  web: PoliteWeb,
  archive: URL,
): Promise<{ readonly newest: string | undefined } | undefined> {
  const question = new URL(archive);
  question.searchParams.set('url', url);
  try {
    const { body } = await web.get(question);
    const copies = copiesSchema.parse(JSON.parse(body.toString()));
    const copy = copies.archived_snapshots.closest?.url.replace(/^http:/, 'https:');
    const isUsable = copy !== undefined && addressProblem(copy) === undefined;
    return { newest: isUsable ? copy : undefined };
  } catch {
    return undefined;
  }
}

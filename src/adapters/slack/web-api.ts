import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, RespondError, webApi } from '@slack/bolt';

/** Longer than this Slack's "try again later" is not waited for: whoever asked has gone. */
const longestRetryAfterMs = 60_000;
const attempts = 3;
const requestTimeoutMs = 10_000;

/**
 * Options for one WebClient or receiver; always a new object, because Bolt writes into the one it is given.
 * The SDK's own retries are off: they would resend after a timeout, too, when the message may be standing already.
 */
export function webClientOptions(
  apiUrl: string | undefined,
  logger: Logger,
): webApi.WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    logger,
    timeout: requestTimeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  };
}

/** For response_urls, to which Bolt posts without a time limit of its own. */
export const fetchWithTimeout: webApi.FetchFunction = (url, init) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(requestTimeoutMs) });

/**
 * Tries again what Slack itself said it did not do: too many requests, or an answer of 5xx. A timeout or a broken
 * connection says nothing, so it is not tried again: no answer is better than the same one twice.
 */
export async function withRetries<Result>(send: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const waitMs = retryAfterMs(error, attempt);
      if (waitMs === undefined || attempt === attempts) throw error;
      await delay(waitMs);
    }
  }
}

function retryAfterMs(error: unknown, attempt: number): number | undefined {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const waitMs = error.retryAfter * 1000;
    return waitMs <= longestRetryAfterMs ? waitMs : undefined;
  }
  const status = httpStatus(error);
  // Bolt keeps the Retry-After of a response_url to itself.
  return status === 429 || (status !== undefined && status >= 500) ? 250 * 2 ** attempt : undefined;
}

function httpStatus(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIHTTPError || error instanceof RespondError
    ? error.statusCode
    : undefined;
}

/** What went wrong, for the log: a code, never Slack's sentence, which can quote the request. */
export function errorCode(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  const status = httpStatus(error);
  if (status !== undefined) return `http_${status}`;
  if (error instanceof webApi.WebAPIRequestError) return requestFailure(error.original);
  if (error instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  return error instanceof Error ? requestFailure(error) : 'unknown';
}

/** For the log: Slack's failures by their code, a fault of ours with its stack. */
export function errorFields(error: unknown): object {
  const code = errorCode(error);
  const isSlacks = error instanceof webApi.SlackError || error instanceof RespondError;
  return isSlacks ? { code } : { code, err: error };
}

/** `ECONNREFUSED` and the like, which `fetch` hides in the cause. */
function requestFailure(error: Error): string {
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

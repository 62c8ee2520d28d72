import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../core/ports/log.ts';

/**
 * Bolt's warnings and errors in our log. Only the head of a message is kept, and Slack's error code if it names one:
 * what comes after the first colon or bracket can quote a request, and with it what somebody wrote.
 */
export function createBoltLogger(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: (...parts: unknown[]) => log.warn(toFields(parts), toHead(parts)),
    error: (...parts: unknown[]) => log.error(toFields(parts), toHead(parts)),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

function toHead(parts: readonly unknown[]): string {
  const [first] = parts;
  return `Slack: ${typeof first === 'string' ? first.split(/[:(]/, 1)[0]?.trim() : 'the SDK failed'}`;
}

function toFields(parts: readonly unknown[]): object {
  const code = /An API error occurred: (\w+)/.exec(parts.map(String).join(' '))?.[1];
  return { from: 'bolt', ...(code && { code }) };
}

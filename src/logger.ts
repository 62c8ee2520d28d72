import { type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Config } from './config.ts';
import { printable } from './core/texts/printable.ts';

/** Logs to standard error, so that the terminal chat and `--json` own standard output. */
export function createLogger({ log, secrets }: Pick<Config, 'log' | 'secrets'>): Logger {
  const destination =
    log.format === 'pretty'
      ? PinoPretty({
          colorize: process.stderr.isTTY,
          ignore: 'pid,hostname',
          destination: 2,
          sync: true,
        })
      : pino.destination({ fd: 2, sync: true });
  return pino(
    {
      level: log.level,
      serializers: { err: errorSerializer(secrets) },
      hooks: {
        logMethod(parts, log) {
          const [fields, message, ...values] = parts;
          log.apply(this, [fields, message && printable(message), ...values]);
        },
      },
    },
    destination,
  );
}

/**
 * Keeps what helps to find a fault. Chat libraries hang request bodies, and so people's texts, on their errors;
 * and the address of an interaction holds a token.
 */
function errorSerializer(secrets: readonly string[]): (error: unknown) => object {
  const withoutSecrets = (text: string): string =>
    printable(
      secrets
        .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text)
        .replace(/\/(webhooks|interactions)\/(\d+)\/[\w-]+/g, '/$1/$2/[token]'),
    );
  const serialize = (error: unknown): object => {
    if (!(error instanceof Error)) return { message: withoutSecrets(String(error)) };
    return {
      type: error.name,
      message: withoutSecrets(error.message),
      ...('code' in error && { code: error.code }),
      ...('status' in error && { status: error.status }),
      stack: withoutSecrets(error.stack ?? ''),
      ...(error.cause !== undefined && { cause: serialize(error.cause) }),
    };
  };
  return serialize;
}

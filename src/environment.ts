import { z } from 'zod';
import { parsePacksAddress } from './core/claims/packs-address.ts';
import type { DigestChannel } from './core/digest/places.ts';
import type { UserKey } from './core/keys.ts';

import { parseEncryptionKeys } from './core/ports/encryption-keys.ts';

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `is not an address of the form ${example}`,
    );

const secret = (prefix: string, where: string) =>
  z
    .string()
    .refine((value) => !value.startsWith('xoxe'), {
      error:
        'is a token that expires within a day, since token rotation is on in your Slack app and can’t be turned off: make a new app from manifest.yaml and use its tokens',
      abort: true,
    })
    .startsWith(prefix, `does not start with "${prefix}": copy it again from ${where}`);

const operators = z.string().transform((value, context): readonly UserKey[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      if (/^(discord:\d+|slack:([TE][A-Z0-9]+\/)?[UW][A-Z0-9]+)$/.test(part))
        return [part as UserKey];
      context.addIssue(
        `"${part}" names nobody: write discord:<user id> or slack:<member id>, separated by commas`,
      );
      return [];
    }),
);

const digestPlaces = z.string().transform((value, context) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part): ('operators' | DigestChannel)[] => {
      if (part === 'operators') return [part];
      const [, discord] = part.match(/^discord:(\d+)$/) ?? [];
      if (discord) return [{ platform: 'discord', channel: discord, community: undefined }];
      const [, team, channel] = part.match(/^slack:(?:(T[A-Z0-9]+)\/)?([CG][A-Z0-9]+)$/) ?? [];
      if (channel) {
        const community = team === undefined ? undefined : (`slack:${team}` as const);
        return [{ platform: 'slack', channel, community }];
      }
      context.addIssue(
        `"${part}" is no place for a digest: write operators, discord:<channel id> or slack:<channel id>, separated by commas`,
      );
      return [];
    }),
);

const encryptionKeys = z.string().transform((value, context) => {
  try {
    return parseEncryptionKeys(value);
  } catch (error) {
    context.addIssue(`is wrong: ${error instanceof Error ? error.message.replace(/\.$/, '') : ''}`);
    return z.NEVER;
  }
});

const packsAddress = z.string().transform((value, context) => {
  try {
    return parsePacksAddress(value);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
    return z.NEVER;
  }
});

const wholeNumber = (least: number, most: number) => {
  const problem = `is not a whole number from ${least} to ${most}`;
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem);
};

export const defaultDataDir = 'data';

/** Every key that is read, as documented in `.env.example`. */
export const environmentSchema = z.object({
  DATA_DIR: z.string().default(defaultDataDir),
  PACKS: packsAddress.optional(),
  PACKS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{8,500}$/, 'is no token: copy it again from the host of the repository')
    .optional(),
  WATCH: z
    .enum(['0', '1'], 'is neither 0 nor 1')
    .default('0')
    .transform((value) => value === '1'),
  STATE_URL: url(
    ['sqlite:', 'memory:', 'redis:', 'rediss:'],
    'sqlite:var/state.db, memory: or redis://host:6379',
  ).default('sqlite:var/state.db'),
  ADMINS: operators.default([]),
  RUN_BY: z.string().max(200, 'is longer than 200 characters').optional(),
  DIGEST: digestPlaces.default([]),
  CORRECTIONS: z
    .enum(['off', 'edit', 'edit+notice'], 'is not one of off, edit, edit+notice')
    .default('edit+notice'),
  CORRECTIONS_PER_CHANNEL: wholeNumber(1, 1000).default(20),
  CORRECTIONS_DAYS: wholeNumber(1, 90).default(30),
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^\S{20,}$/,
      'is not a bot token: copy it again from the Bot page of your Discord application',
    )
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{15,21}$/, 'is not a server id: switch Developer Mode on and use “Copy Server ID”')
    .optional(),
  DISCORD_API_URL: url(['http:', 'https:'], 'https://host/api')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  SLACK_BOT_TOKEN: secret('xoxb-', 'OAuth & Permissions in your Slack app').optional(),
  SLACK_APP_TOKEN: secret(
    'xapp-',
    'Basic Information, App-Level Tokens, in your Slack app',
  ).optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, 'is too short: copy it again from Basic Information in your Slack app')
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(
      /^\d+\.\d+$/,
      'is not a client id: copy it again from Basic Information in your Slack app',
    )
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .min(16, 'is too short: copy it again from Basic Information in your Slack app')
    .optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(32, 'is shorter than 32 characters: make one with "openssl rand -hex 32"')
    .optional(),
  INSTALLATION_KEYS: encryptionKeys.optional(),
  PORT: z.coerce
    .number('is not a port: use a whole number from 1 to 65535')
    .int('is not a port: use a whole number from 1 to 65535')
    .min(1, 'is not a port: use a whole number from 1 to 65535')
    .max(65_535, 'is not a port: use a whole number from 1 to 65535')
    .optional(),
  SLACK_API_URL: url(['http:', 'https:'], 'https://host/api/')
    .transform((value) => value.replace(/\/*$/, '/'))
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'is not one of debug, info, warn, error, silent',
    )
    .default('info'),
  NODE_ENV: z.string().optional(),
});
export type Environment = z.infer<typeof environmentSchema>;

/** What was set, as it was written: enough to see what is missing, also where a value is mistaken. */
export type WrittenEnvironment = Readonly<Partial<Record<keyof Environment, string>>>;

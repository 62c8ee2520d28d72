import { type APIApplicationCommand, REST, Routes } from 'discord.js';
import { z } from 'zod';
import { startProblem } from '../adapters/discord/gateway-problem.ts';
import { installLink } from '../adapters/discord/install-link.ts';
import type { DiscordConfig } from '../config.ts';
import type { Command } from '../core/bot/command.ts';
import { applicationFindings, commandFindings, serverFindings } from './discord-findings.ts';
import { carryOut, type Finding, fix, good } from './finding.ts';

const requestTimeoutMs = 10_000;

const userSchema = z.object({ username: z.string() });
const applicationSchema = z.object({
  id: z.string(),
  flags: z.number().optional(),
  interactions_endpoint_url: z.string().nullish(),
  bot_require_code_grant: z.boolean().optional(),
});
const gatewaySchema = z.object({
  shards: z.number(),
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }),
});
const serversSchema = z.array(
  z.object({ id: z.string(), name: z.string(), permissions: z.coerce.bigint() }),
);
const commandsSchema = z.array(
  z.custom<APIApplicationCommand>(
    (value) => z.looseObject({ name: z.string() }).safeParse(value).success,
  ),
);

/** Asks Discord about token, application, commands and servers; changes nothing there. */
export async function checkDiscord(
  { token, guildId, apiUrl }: DiscordConfig,
  commands: readonly Command[],
): Promise<readonly Finding[]> {
  const rest = new REST({
    timeout: requestTimeoutMs,
    retries: 0,
    rejectOnRateLimit: () => true,
    ...(apiUrl && { api: apiUrl }),
  }).setToken(token);

  async function get<T>(
    route: `/${string}`,
    schema: z.ZodType<T>,
    query: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    let answer: unknown;
    try {
      answer = await rest.get(route, { query: new URLSearchParams(query) });
    } catch (error) {
      throw new Error(startProblem(error, undefined), { cause: error });
    }
    const { data } = schema.safeParse(answer);
    if (data === undefined) throw new Error(`Discord answered ${route} with what it shouldn’t.`);
    return data;
  }

  let user: z.infer<typeof userSchema>;
  let application: z.infer<typeof applicationSchema>;
  try {
    user = await get(Routes.user(), userSchema);
    application = await get(Routes.currentApplication(), applicationSchema);
  } catch (error) {
    // Without token or network, nothing else can be found out.
    return [fix(error instanceof Error ? error.message : String(error))];
  }
  const { id } = application;
  return [
    good(`DISCORD_TOKEN is the token of ${user.username}.`),
    ...applicationFindings(application),
    ...(await carryOut(
      async () => gatewayFindings(await get(Routes.gatewayBot(), gatewaySchema)),
      async () => {
        const route = guildId
          ? Routes.applicationGuildCommands(id, guildId)
          : Routes.applicationCommands(id);
        const query = { with_localizations: 'true' };
        return commandFindings(await get(route, commandsSchema, query), commands, guildId);
      },
      async () =>
        serverFindings(await get(Routes.userGuilds(), serversSchema), guildId, installLink(id)),
    )),
  ];
}

function gatewayFindings({
  shards,
  session_start_limit: { remaining, reset_after },
}: z.infer<typeof gatewaySchema>): readonly Finding[] {
  if (shards > 1) {
    return [
      fix(
        `Discord asks for ${shards} connections, and the bot makes one: take it out of some servers.`,
      ),
    ];
  }
  if (remaining > 0) return [good('Discord lets the bot connect.')];
  const hours = Math.ceil(reset_after / 3_600_000);
  return [
    fix(
      `The bot has connected too often today: stop it, find out why it restarts, and wait ${hours} h.`,
    ),
  ];
}

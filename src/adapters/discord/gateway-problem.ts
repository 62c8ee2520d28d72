import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
} from 'discord.js';

const invalidToken =
  'the token is not valid. Copy it again from the developer portal (Bot → Reset Token) into DISCORD_TOKEN.';

/**
 * Closes after which Discord refuses every further connection, and what to do about each
 * (discord-api-docs, topics/opcodes-and-status-codes.mdx). Reconnecting would only use up the day's connections.
 */
const fatalCloses: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: invalidToken,
  [GatewayCloseCodes.InvalidShard]:
    'the shard is not valid. Remove SHARDS and SHARD_COUNT from the environment: the bot uses one connection.',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in too many servers for one connection. Remove it from some, or run it with sharding.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'this version of the gateway is no longer supported. Update discord.js with npm.',
  [GatewayCloseCodes.InvalidIntents]: 'it does not know the intents. Update discord.js with npm.',
  [GatewayCloseCodes.DisallowedIntents]:
    'a privileged intent was asked for that is not granted. Grant it in the developer portal (Bot → Privileged ' +
    'Gateway Intents), or ask only for Guilds, GuildMessages and DirectMessages, which need no grant.',
};

/** The sentence for a close code that ends the connection for good; undefined for those that discord.js resumes. */
export function fatalClose(code: number): string | undefined {
  const advice = fatalCloses[code];
  return advice && `Discord closed the connection (${code}): ${advice}`;
}

/** Why the bot could not start on Discord, as a sentence that says what to fix. */
export function startProblem(error: unknown, closeCode: number | undefined): string {
  const closed = closeCode !== undefined && fatalClose(closeCode);
  if (closed) return closed;
  if (error instanceof DiscordAPIError) return refusal(error);
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return `Discord refused the login: ${invalidToken}`;
  }
  return `Discord cannot be reached: ${reasonOf(error)}. Check the network and DISCORD_API_URL.`;
}

/** Node's error for a host with several addresses has a code and no message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return error.message || ('code' in error && String(error.code)) || error.name;
}

function refusal({ status, code, message }: DiscordAPIError): string {
  if (status === 401) return `Discord refused the login: ${invalidToken}`;
  if (status === 403) {
    return (
      `Discord refused the commands (${code}). Check that the bot was invited to DISCORD_GUILD_ID with the scopes ` +
      'bot and applications.commands.'
    );
  }
  return `Discord refused a request at the start (${status}, ${code}): ${message.replaceAll('\n', '; ')}`;
}

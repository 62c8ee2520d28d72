import { type APIApplicationCommand, ApplicationFlags, PermissionsBitField } from 'discord.js';
import { commandsToDiscord } from '../adapters/discord/commands-to-discord.ts';
import { leastPermissions } from '../adapters/discord/install-link.ts';
import { fingerprint } from '../adapters/discord/register-commands.ts';
import type { Command } from '../core/bot/command.ts';
import { count, type Finding, fix, good, note } from './finding.ts';

/** What Discord says of the application, as far as it matters here. */
export interface DiscordApplication {
  readonly flags?: number | undefined;
  readonly interactions_endpoint_url?: string | null | undefined;
  readonly bot_require_code_grant?: boolean | undefined;
}

export interface DiscordServer {
  readonly id: string;
  readonly name: string;
  /** What the bot may do there, before the channels' own rules. */
  readonly permissions: bigint;
}

const privileged = [
  ['Presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  [
    'Server Members',
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    'Message Content',
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  ],
] as const;

export function applicationFindings(application: DiscordApplication): readonly Finding[] {
  const findings: Finding[] = [];
  if (application.interactions_endpoint_url) {
    findings.push(
      fix(
        'Discord sends commands to an Interactions Endpoint URL instead of to this bot: clear it under General Information in the developer portal.',
      ),
    );
  }
  if (application.bot_require_code_grant) {
    findings.push(
      fix(
        'Nobody can add the bot while “Requires OAuth2 Code Grant” is on: switch it off under Bot in the developer portal.',
      ),
    );
  }
  const needless = privileged
    .filter(([, flags]) => ((application.flags ?? 0) & flags) !== 0)
    .map(([name]) => name);
  findings.push(
    needless.length === 0
      ? good('The application asks for no privileged intent, and needs none.')
      : note(
          `The bot needs no privileged intent: under Bot in the developer portal, ${needless.join(', ')} can be switched off.`,
        ),
  );
  return findings;
}

export function commandFindings(
  registered: readonly APIApplicationCommand[],
  commands: readonly Command[],
  guildId: string | undefined,
): readonly Finding[] {
  const scope = guildId ? 'guild' : 'global';
  const where = guildId ? 'in DISCORD_GUILD_ID' : 'everywhere';
  const wanted = commandsToDiscord(commands, scope);
  if (fingerprint(registered, scope) === fingerprint(wanted, scope)) {
    return [good(`Discord knows our ${count(wanted.length, 'command')} ${where}.`)];
  }
  const isSame = (a: (typeof wanted)[number]) => (b: APIApplicationCommand) =>
    a.name === b.name && (a.type ?? 1) === b.type;
  const missing = wanted.filter((command) => !registered.some(isSame(command)));
  const changed = wanted.filter((command) => {
    const known = registered.find(isSame(command));
    return known && fingerprint([known], scope) !== fingerprint([command], scope);
  });
  const foreign = registered.filter((known) => !wanted.some((command) => isSame(command)(known)));
  const parts = [
    namesOf('not registered', missing),
    namesOf('other than ours', changed),
    namesOf('not ours', foreign),
  ].filter(Boolean);
  return [
    fix(
      `The commands that Discord knows ${where} differ from ours (${parts.join('; ')}): start the bot, which registers them.`,
    ),
  ];
}

function namesOf(what: string, commands: readonly { readonly name: string }[]): string {
  return commands.length === 0 ? '' : `${what}: ${commands.map(({ name }) => name).join(', ')}`;
}

export function serverFindings(
  servers: readonly DiscordServer[],
  guildId: string | undefined,
  link: string,
): readonly Finding[] {
  const findings = servers.flatMap(permissionFindings);
  if (guildId && !servers.some(({ id }) => id === guildId)) {
    findings.push(fix(`The bot is not in the server DISCORD_GUILD_ID: add it at ${link}`));
  } else if (servers.length === 0) {
    findings.push(fix(`The bot is in no server yet: add it at ${link}`));
  }
  if (findings.some(({ kind }) => kind === 'fix')) return findings;
  return [
    good(`The bot is in ${count(servers.length, 'server')} and may do there what it needs.`),
    ...findings,
    note(`To add the bot to another server, open ${link}`),
  ];
}

function permissionFindings({ name, permissions }: DiscordServer): Finding[] {
  const granted = new PermissionsBitField(permissions);
  if (granted.has('Administrator')) {
    return [note(`In “${name}” the bot is an administrator, which it need not be.`)];
  }
  const missing = new PermissionsBitField(leastPermissions & ~permissions).toArray();
  if (missing.length === 0) return [];
  const names = missing.map((permission) => permission.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '));
  return [
    fix(
      `In “${name}” the bot can’t answer mentions without ${names.join(', ')}: grant it to the bot’s role under Server Settings, Roles.`,
    ),
  ];
}

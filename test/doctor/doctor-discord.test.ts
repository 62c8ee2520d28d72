import { afterEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import {
  type CommandScope,
  commandsToDiscord,
} from '../../src/adapters/discord/commands-to-discord.ts';
import { leastPermissions } from '../../src/adapters/discord/install-link.ts';
import { type CommandBody, commandListRules } from '../support/discord/command-rules.ts';
import { world } from '../support/discord/events.ts';
import { type StandInDiscord, startStandInDiscord } from '../support/discord/stand-in-discord.ts';
import type { Ended } from '../support/program.ts';
import { doctor } from './run-doctor.ts';

describe('the doctor on Discord', () => {
  let discord: StandInDiscord;
  afterEach(() => discord.stop());

  async function examine(environment: Record<string, string> = {}): Promise<Ended> {
    const ended = await doctor({
      DISCORD_TOKEN: world.token,
      DISCORD_API_URL: discord.apiUrl,
      ...environment,
    });
    expect(`${ended.out}${ended.err}`).not.toContain(world.token);
    expect(ended.err).toBe('');
    return ended;
  }

  function answer(path: RegExp, body: unknown): void {
    discord.fail({ method: 'GET', path, status: 200, body });
  }

  function isIn(...permissions: readonly bigint[]): void {
    const servers = permissions.map((granted, index) => ({
      id: index === 0 ? world.guild : `20000000000000010${index}`,
      name: `Newsroom ${index + 1}`,
      permissions: String(granted),
    }));
    answer(/^\/users\/@me\/guilds$/, servers);
  }

  /** Our commands as Discord takes and keeps them. */
  function ours(scope: CommandScope): readonly CommandBody[] {
    return commandListRules.parse(commandsToDiscord(commands, scope));
  }

  test('finds nothing to fix after a start in a server that grants what is needed', async () => {
    discord = await startStandInDiscord();
    discord.setCommands('global', ours('global'));
    isIn(leastPermissions);
    const { code, out } = await examine({
      ADMINS: `discord:${world.reader}`,
      RUN_BY: 'The Riverton Gazette, desk@riverton.example',
    });
    expect(out).not.toContain('RUN_BY');
    expect(out).toContain('✔ Good: DISCORD_TOKEN is the token of factbot.');
    expect(out).toContain('✔ Good: The application asks for no privileged intent, and needs none.');
    expect(out).toContain('✔ Good: Discord lets the bot connect.');
    expect(out).toContain('✔ Good: The bot is in 1 server and may do there what it needs.');
    expect(out).toMatch(/✔ Good: Discord knows our \d+ commands everywhere\./);
    expect(out).toContain(
      `open https://discord.com/oauth2/authorize?client_id=${world.application}`,
    );
    expect(code).toBe(0);
  });

  test('says what to do about a token that is not valid, and stops there', async () => {
    discord = await startStandInDiscord();
    const { code, out } = await examine({ DISCORD_TOKEN: 'hunter2.is.not.a.token.of.ours' });
    expect(code).toBe(1);
    expect(out).toContain(
      '✘ Fix:  Discord refused the login: the token is not valid. Copy it again',
    );
    expect(out).toContain('To fix: 1.');
    expect(out).not.toContain('hunter2');
  });

  test('says when Discord cannot be reached', async () => {
    discord = await startStandInDiscord();
    const { code, out } = await examine({ DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(code).toBe(1);
    expect(out).toContain('✘ Fix:  Discord cannot be reached: ');
  });

  test('names commands that are missing, changed and not ours', async () => {
    discord = await startStandInDiscord();
    const [first, second, ...rest] = ours('guild');
    if (!first || !second) throw new Error('There are two commands at least');
    const changed = { ...second, default_member_permissions: '8' };
    discord.setCommands('guild', [...rest, changed, { ...first, name: 'older' }]);
    isIn(leastPermissions);
    const { code, out } = await examine({ DISCORD_GUILD_ID: world.guild });
    expect(code).toBe(1);
    expect(out).toContain(
      `✘ Fix:  The commands that Discord knows in DISCORD_GUILD_ID differ from ours (not registered: ${first.name}; other than ours: ${second.name}; not ours: older): start the bot, which registers them.`,
    );
  });

  test('misses “Check this message” when only the slash commands are registered', async () => {
    discord = await startStandInDiscord();
    const slash = ours('global').filter(({ type }) => type !== 3);
    discord.setCommands('global', slash);
    isIn(leastPermissions);
    expect((await examine()).out).toContain('(not registered: Check this message)');
  });

  test('names each server in which a permission is missing, and which', async () => {
    discord = await startStandInDiscord();
    discord.setCommands('global', ours('global'));
    isIn(leastPermissions, leastPermissions & ~((1n << 14n) | (1n << 38n)), 8n);
    const { code, out } = await examine();
    expect(code).toBe(1);
    expect(out).toContain(
      '✘ Fix:  In “Newsroom 2” the bot can’t answer mentions without Embed Links, Send Messages In Threads: grant it to the bot’s role under Server Settings, Roles.',
    );
    expect(out).toContain('· Note: In “Newsroom 3” the bot is an administrator');
    expect(out).not.toContain('Newsroom 1');
  });

  test('says that the bot is not in the server of DISCORD_GUILD_ID, with the link to add it', async () => {
    discord = await startStandInDiscord();
    isIn();
    const { code, out } = await examine({ DISCORD_GUILD_ID: world.foreignGuild });
    expect(code).toBe(1);
    expect(out).toContain(
      'The bot is not in the server DISCORD_GUILD_ID: add it at https://discord',
    );
  });

  test('names settings of the application that keep commands or servers away', async () => {
    discord = await startStandInDiscord();
    answer(/^\/applications\/@me$/, {
      id: world.application,
      flags: 1 << 19,
      interactions_endpoint_url: 'https://elsewhere.example',
      bot_require_code_grant: true,
    });
    answer(/^\/gateway\/bot$/, {
      shards: 1,
      session_start_limit: { remaining: 0, reset_after: 5_400_000 },
    });
    const { code, out } = await examine();
    expect(code).toBe(1);
    expect(out).toContain('clear it under General Information');
    expect(out).toContain('switch it off under Bot');
    expect(out).toContain('Message Content can be switched off');
    expect(out).toContain('wait 2 h.');
  });
});

import { ApplicationIntegrationType, OAuth2Scopes, PermissionsBitField } from 'discord.js';

/** What the bot can't answer mentions without; commands need no permission at all. */
export const leastPermissions = new PermissionsBitField([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'ReadMessageHistory',
]).bitfield;

/** Where somebody who manages a server adds the bot to it. */
export function installLink(applicationId: string): string {
  const link = new URL('https://discord.com/oauth2/authorize');
  link.search = new URLSearchParams({
    client_id: applicationId,
    integration_type: String(ApplicationIntegrationType.GuildInstall),
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(leastPermissions),
  }).toString();
  return link.href;
}

import { type CommandBody, commandListRules } from './command-rules.ts';
import { newId, world } from './events.ts';
import type { Ledger } from './ledger.ts';
import type { RestResponse, Route } from './rest.ts';
import { checked, ok } from './rest-answers.ts';

/** Reading and overwriting the commands, in the server and everywhere. */
export function createCommandRoutes(ledger: Ledger): Route[] {
  return [
    ...routes(ledger, 'guild', /^\/applications\/\d+\/guilds\/\d+\/commands$/),
    ...routes(ledger, 'global', /^\/applications\/\d+\/commands$/),
  ];
}

function routes(ledger: Ledger, scope: 'guild' | 'global', path: RegExp): Route[] {
  const stored = (localized: boolean): RestResponse =>
    ok(ledger.commands[scope].map((one) => storedCommand(one, scope, localized)));
  return [
    {
      method: 'GET',
      path,
      answer: ({ query }) => stored(query.get('with_localizations') === 'true'),
    },
    {
      method: 'PUT',
      path,
      answer: ({ body }) =>
        checked(commandListRules, body, (commands) => {
          ledger.commands[scope] = commands;
          return stored(true);
        }),
    },
  ];
}

/** As Discord gives it back: with what it adds, and without what is false or empty or kept elsewhere. */
function storedCommand(
  command: CommandBody,
  scope: 'guild' | 'global',
  localized: boolean,
): object {
  const { contexts = null, integration_types = [0], ...rest } = command;
  return {
    description: '',
    ...storedParts(rest, localized),
    id: newId(),
    application_id: world.application,
    version: newId(),
    nsfw: false,
    integration_types: scope === 'guild' ? [0] : integration_types,
    contexts: scope === 'guild' ? null : contexts,
    ...(scope === 'guild' && { guild_id: world.guild }),
  };
}

function storedParts(part: object, localized: boolean): object {
  return Object.fromEntries(
    Object.entries(part)
      .filter(([, value]) => value !== false && !(Array.isArray(value) && value.length === 0))
      .filter(([key]) => localized || !key.endsWith('_localizations'))
      .map(([key, value]) => {
        if (key.endsWith('_localizations')) {
          return [key, Object.keys(value ?? {}).length > 0 ? value : null];
        }
        return [
          key,
          Array.isArray(value) ? value.map((one) => storedParts(one, localized)) : value,
        ];
      }),
  );
}

import { type CommunityKey, platformId, type UserKey } from '../keys.ts';
import type { Communities } from '../ports/communities.ts';
import { presentLate } from '../reply/present-reload.ts';
import type { Answer } from '../reply/reply.ts';
import { UserError } from '../texts/user-error.ts';
import type { CommandContext } from './command.ts';

/** Blocks somebody or no longer, and tells who is blocked. */
export async function changeBlockList({
  services,
  community,
  isOperator,
  subcommand,
  options,
  t,
}: CommandContext): Promise<Answer> {
  const { blocked } = services;
  const user = await toUserKey(String(options.user), community, services.communities);
  if (subcommand === 'block' && isOperator(user)) throw new UserError('admin.isOperator', { user });
  const others = await (subcommand === 'block' ? blocked.add(user) : blocked.remove(user));
  const names = blocked.list();
  return {
    tone: 'neutral',
    title: t(subcommand === 'block' ? 'admin.blockedTitle' : 'admin.unblockedTitle'),
    blocks: [
      {
        kind: 'fields',
        fields: [
          {
            name: t('admin.blockedNow'),
            value: names.length > 0 ? t.list(names) : t('admin.nobody'),
          },
        ],
      },
      ...presentLate(others, t),
    ],
  };
}

/** Slack's ids count in their workspace: where none is named, in the operator's own, or in the only one there is. */
async function toUserKey(
  text: string,
  here: CommunityKey | undefined,
  communities: Pick<Communities, 'list'>,
): Promise<UserKey> {
  const [, discord] = text.trim().match(/^discord:(\d+)$/i) ?? [];
  if (discord) return `discord:${discord}`;
  const [, workspace, member] =
    text
      .trim()
      .toUpperCase()
      .match(/^SLACK:(?:(T[A-Z0-9]+)\/)?([UW][A-Z0-9]+)$/) ?? [];
  if (!member) throw new UserError('admin.notAUser', { user: text });
  if (workspace) return `slack:${workspace}/${member}`;
  const isSlack = (key: CommunityKey): boolean => key.startsWith('slack:');
  const [only, ...others] =
    here && isSlack(here) ? [here] : (await communities.list()).filter(isSlack);
  if (!only || others.length > 0) throw new UserError('admin.whichWorkspace', { member });
  return `slack:${platformId(only)}/${member}`;
}

import type { CommunityKey } from '../keys.ts';
import { defaultSettings } from '../ports/settings.ts';
import { presentLate } from '../reply/present-reload.ts';
import { presentSettings, shownChanges } from '../reply/present-settings.ts';
import type { Answer } from '../reply/reply.ts';
import { UserError } from '../texts/user-error.ts';
import type { CommandContext } from './command.ts';

/** The communities that there are, or the settings of one, which can be set back. */
export async function showCommunity(context: CommandContext): Promise<Answer> {
  const { services, options, user, t } = context;
  const { communities } = services;
  const known = await communities.list();
  if (options.community === undefined) {
    return {
      tone: 'neutral',
      title: t('admin.communities'),
      blocks: [
        { kind: 'text', text: known.length > 0 ? known.join('\n') : t('admin.noCommunities') },
      ],
    };
  }
  const community = known.find((key): key is CommunityKey => key === options.community);
  if (!community) {
    throw new UserError('admin.noSuchCommunity', { community: String(options.community) });
  }
  const { settings, others } =
    options.reset === true
      ? await communities.change(community, user, defaultSettings)
      : { settings: communities.settings(community), others: [] };
  const changes = await communities.changes(community, shownChanges);
  return {
    tone: 'neutral',
    title: options.reset === true ? t('admin.resetTitle') : community,
    blocks: [...presentSettings(community, settings, changes, t), ...presentLate(others, t)],
  };
}

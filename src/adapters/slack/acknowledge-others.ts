import type { ListenerParts } from './listener-parts.ts';
import { homeSearchId } from './reply-to-view.ts';
import { checkMessageId } from './slack-to-invocation.ts';

/**
 * What people can touch in Slack that this version of the bot has nothing for: the app's settings and what stands on home pages
 * may be of another version. Unacknowledged, it would be a warning to them, and an error in our log after three seconds.
 */
export function acknowledgeOthers({ app }: ListenerParts): void {
  app.shortcut({ type: 'shortcut' }, ({ ack }) => ack());
  app.shortcut({ type: 'message_action', callback_id: otherShortcuts }, ({ ack }) => ack());
  app.action({ type: 'block_actions', action_id: otherOnHome }, ({ ack }) => ack());
  app.view({ type: 'view_closed' }, ({ ack }) => ack());
}

const otherShortcuts = new RegExp(`^(?!${checkMessageId}$)`);

/** What stands on home pages is named `home.…`; of it, there is one search box. */
const otherOnHome = new RegExp(`^(?!${homeSearchId}$)home\\.`);

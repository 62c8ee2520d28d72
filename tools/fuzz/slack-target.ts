import fc from 'fast-check';
import type { DeliveryKind } from '../../test/support/slack/delivery.ts';
import { sendSigned, toBody } from '../../test/support/slack/signed-http.ts';
import { startSlack } from '../../test/support/slack/start-slack.ts';
import { createTestBot } from '../../test/support/test-bot.ts';
import { anyData, anyText } from './any-text.ts';
import { type FuzzTarget, openedTarget } from './fuzz-target.ts';
import { anyChanges, changed } from './mutated.ts';

const said = {
  user: 'U1',
  ts: '1700000000.1',
  text: '<@UFACTBOT> bats are blind',
  blocks: [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'bats' }] }],
    },
  ],
  attachments: [
    { is_share: true, text: 'shared', message_blocks: [{ message: { blocks: [] } }] },
    { title: 'a card', fields: [{ title: 'a', value: 'b' }], fallback: 'x' },
  ],
};

const event = (fields: object) => ({
  type: 'event_callback',
  event_id: 'Ev',
  team_id: 'T1',
  api_app_id: 'A1',
  authorizations: [{ team_id: 'T1', user_id: 'UFACTBOT', is_bot: true }],
  event: fields,
});

const touched = {
  user: { id: 'U1', team_id: 'T1' },
  team: { id: 'T1', domain: 'stand-in' },
  api_app_id: 'A1',
  trigger_id: '1.1',
  channel: { id: 'C1', name: 'talk' },
};
const inMessage = {
  ...touched,
  type: 'block_actions',
  container: { type: 'message', message_ts: '1.1', channel_id: 'C1', thread_ts: '1.0' },
  message: { type: 'message', ts: '1.1', text: 'x', thread_ts: '1.0' },
  actions: [{ type: 'button', action_id: 'more.k3f9x2m8q1zt.0', block_id: 'a', action_ts: '1.1' }],
};
const view = {
  id: 'V1',
  type: 'modal',
  callback_id: 'fact',
  private_metadata: '{"channel":"C1"}',
  state: { values: { claim: { claim: { type: 'plain_text_input', value: 'bats are blind' } } } },
};

/** What Slack sends, by the way in which it does. */
const payloads: Readonly<Record<DeliveryKind, readonly { readonly [key: string]: unknown }[]>> = {
  event: [
    event({ type: 'app_mention', channel: 'C1', ...said }),
    event({ type: 'message', channel: 'D1', channel_type: 'im', ...said }),
    event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home', view }),
    event({ type: 'app_uninstalled' }),
    event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['U2'] } }),
    event({ type: 'team_access_granted', team_ids: ['T1'] }),
    event({ type: 'team_access_revoked', team_ids: ['T1'] }),
  ],
  interactive: [
    inMessage,
    {
      ...inMessage,
      actions: [
        {
          type: 'static_select',
          action_id: 'pick.k3f9x2m8q1zt.0',
          selected_option: { text: { type: 'plain_text', text: 'x' }, value: '1' },
        },
      ],
    },
    { ...inMessage, container: { type: 'view', view_id: 'V1' }, view },
    {
      ...touched,
      type: 'block_suggestion',
      action_id: 'claim',
      block_id: 'claim',
      value: 'ba',
      view,
    },
    { ...touched, type: 'message_action', callback_id: 'check_message', message: said },
    { ...touched, type: 'view_submission', view },
    { ...touched, type: 'view_closed', view },
  ],
  slash: ['fact', 'fact-search', 'fact-help', 'fact-settings', 'fact-admin'].map((command) => ({
    command: `/${command}`,
    text: 'bats are blind',
    user_id: 'U1',
    channel_id: 'C1',
    team_id: 'T1',
    trigger_id: '1.1',
  })),
};

const kinds: readonly DeliveryKind[] = ['event', 'interactive', 'slash'];
const anySent = fc.oneof(
  ...kinds.map((kind) =>
    fc
      .tuple(fc.constantFrom(...payloads[kind]), anyChanges)
      .map(([payload, changes]) => toBody(kind, changed(payload, changes))),
  ),
);
const anyBody = fc.oneof(
  { weight: 8, arbitrary: anySent },
  { weight: 1, arbitrary: anyData.map((data) => JSON.stringify(data)) },
  { weight: 1, arbitrary: anyText },
);

/** Of a place that is not there. */
const refusedBySlack = 'Slack: an answer could not be delivered';

/** Signed bodies, over HTTP and through Bolt: none is an error of ours, whatever stands in it. */
export const slackTarget: FuzzTarget = openedTarget('what Slack sends', anyBody, async () => {
  const { bot } = await createTestBot();
  const slack = await startSlack({ bot, transport: 'http' });
  const url = slack.eventsUrl ?? '';
  let seen = 0;
  let sent = 0;
  return {
    async read(body) {
      sent += 1;
      // Slack repeats no event under a new id.
      const fresh = body.replace('"event_id":"Ev"', `"event_id":"Ev${sent}"`);
      const { status } = await sendSigned(url, fresh);
      const failure = slack.logged
        .slice(seen)
        .find(({ level, message }) => level === 'error' && message !== refusedBySlack);
      seen = slack.logged.length;
      if (failure) throw new Error(failure.message, { cause: failure.fields });
      if (status >= 500) throw new Error(`It was answered with ${status}`);
    },
    isLate: true,
    close: slack.stop,
  };
});

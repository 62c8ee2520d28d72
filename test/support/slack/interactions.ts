import type { ShownInput } from './element-limits.ts';
import { blocksToActions } from './shown-text.ts';
import { botUser, type PostedMessage, type SlackServer } from './slack-server.ts';
import type { OpenView } from './views.ts';

type Payload = Readonly<Record<string, unknown>>;

/** What people fill a form in with: by the label of a field, text, the label of a choice, labels of several, or a tick. */
export type Filling = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Payloads of what people touch, as Slack sends them. */
export function createInteractions(server: SlackServer) {
  const sharedBy = (user: string) => ({
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: 'T1' },
    team: { id: botUser.team_id, domain: 'stand-in' },
    api_app_id: 'A1',
    token: 'old',
    trigger_id: server.views.newTrigger(),
  });

  /** The action with this label, or whose choice's label begins like this. */
  function touch(blocks: Parameters<typeof blocksToActions>[0], label: string): Payload {
    for (const element of blocksToActions(blocks)) {
      if (element.type === 'button') {
        if (!element.text.text.startsWith(label)) continue;
        return { type: 'button', action_id: element.action_id, text: element.text };
      }
      const selected = element.options.find(({ text }) => text.text.startsWith(label));
      if (!selected) continue;
      return { type: 'static_select', action_id: element.action_id, selected_option: selected };
    }
    throw new Error(`there is no “${label}” to press or to choose`);
  }

  return {
    inMessage(message: PostedMessage, label: string, user: string): Payload {
      const { ts, channel, threadTs, seenBy, text, blocks } = message;
      const isEphemeral = seenBy !== 'everybody';
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      return {
        ...sharedBy(user),
        type: 'block_actions',
        channel: { id: channel, name: 'talk' },
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel,
          is_ephemeral: isEphemeral,
          ...thread,
        },
        // Slack doesn't hand private messages out.
        ...(!isEphemeral && {
          message: { type: 'message', user: botUser.user_id, ts, text, ...thread },
        }),
        response_url: server.openResponseUrl(channel, user, message),
        actions: [{ ...touch(blocks, label), block_id: 'actions', action_ts: '1.1' }],
      };
    },
    inView({ id, view }: OpenView, label: string, user: string): Payload {
      return {
        ...sharedBy(user),
        type: 'block_actions',
        container: { type: 'view', view_id: id },
        view: { id, type: view.type, private_metadata: view.private_metadata ?? '' },
        actions: [{ ...touch(view.blocks, label), block_id: 'actions', action_ts: '1.1' }],
      };
    },
    /** Enter in the search box of a home page. */
    search({ id, view }: OpenView, text: string, user: string): Payload {
      const box = inputsOf({ id, view, depth: 0 }).find((input) => input.dispatch_action);
      if (!box) throw new Error('there is no search box');
      const action_id = box.element.action_id;
      return {
        ...sharedBy(user),
        type: 'block_actions',
        container: { type: 'view', view_id: id },
        view: { id, type: 'home', private_metadata: '' },
        actions: [
          {
            type: 'plain_text_input',
            action_id,
            block_id: box.block_id,
            value: text,
            action_ts: '1.1',
          },
        ],
      };
    },
    submission(shown: OpenView, filling: Filling, user: string): Payload {
      const { id, view } = shown;
      const inputs = inputsOf(shown);
      for (const label of Object.keys(filling)) {
        if (inputs.every((input) => input.label.text !== label)) {
          throw new Error(`the form has no field “${label}”`);
        }
      }
      const values = Object.fromEntries(
        inputs.map((input) => [
          input.block_id,
          { [input.element.action_id]: toState(input, filling[input.label.text]) },
        ]),
      );
      return {
        ...sharedBy(user),
        type: 'view_submission',
        view: {
          id,
          type: 'modal',
          callback_id: view.callback_id,
          private_metadata: view.private_metadata ?? '',
          state: { values },
        },
      };
    },
    suggestion(shown: OpenView, label: string, typed: string, user: string): Payload {
      const input = inputsOf(shown).find((candidate) => candidate.label.text === label);
      if (!input) throw new Error(`the form has no field “${label}”`);
      return {
        ...sharedBy(user),
        type: 'block_suggestion',
        container: { type: 'view', view_id: shown.id },
        block_id: input.block_id,
        action_id: input.element.action_id,
        value: typed,
      };
    },
    messageShortcut(content: Payload, place: ShortcutPlace): Payload {
      const { user, channel, threadTs } = place;
      return {
        ...sharedBy(user),
        type: 'message_action',
        callback_id: 'check_message',
        channel: { id: channel, name: 'talk' },
        message_ts: '1700000003.1',
        message: {
          type: 'message',
          user: 'UAUTHOR',
          ts: '1700000003.1',
          ...content,
          ...(threadTs !== undefined && { thread_ts: threadTs }),
        },
        response_url: server.openResponseUrl(channel, user),
        action_ts: '1700000004.1',
      };
    },
  };
}

interface ShortcutPlace {
  readonly user: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
}

function inputsOf({ view }: OpenView): readonly ShownInput[] {
  return view.blocks.flatMap((block) => (block.type === 'input' ? [block] : []));
}

/** What Slack tells of a field: what was filled in, or what stood there. */
function toState({ element }: ShownInput, filled: Filling[string] | undefined): Payload {
  const { type } = element;
  switch (element.type) {
    case 'plain_text_input':
      return { type, value: filled === undefined ? (element.initial_value ?? null) : filled };
    case 'external_select':
      // The value of an option is what is chosen; its label is of no matter.
      return {
        type,
        selected_option: typeof filled === 'string' ? { text: {}, value: filled } : null,
      };
    case 'radio_buttons':
    case 'static_select': {
      const chosen = element.options.find(({ text }) => text.text === filled);
      return { type, selected_option: chosen ?? element.initial_option ?? null };
    }
    case 'checkboxes': {
      const ticked = filled === undefined ? element.initial_options : filled && element.options;
      return { type, selected_options: ticked || [] };
    }
    case 'multi_static_select': {
      const chosen = Array.isArray(filled)
        ? element.options.filter(({ text }) => filled.includes(text.text))
        : element.initial_options;
      return { type, selected_options: chosen ?? [] };
    }
    case 'multi_external_select': {
      const chosen = Array.isArray(filled)
        ? filled.map((value) => ({ text: {}, value }))
        : element.initial_options;
      return { type, selected_options: chosen ?? [] };
    }
    case 'multi_conversations_select':
      return { type, selected_conversations: filled ?? element.initial_conversations ?? [] };
  }
}

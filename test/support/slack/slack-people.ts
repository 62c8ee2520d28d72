import type { Deliver } from './delivery.ts';
import { createInteractions, type Filling } from './interactions.ts';
import {
  blocksToActions,
  blocksToShownText,
  fallbackToShownText,
  typedToWire,
} from './shown-text.ts';
import { botUser, type PostedMessage, type SlackServer } from './slack-server.ts';
import { type ShownView, toShownView } from './view-limits.ts';
import type { OpenView } from './views.ts';

/** An answer as people see it. */
export interface Answer {
  readonly text: string;
  /** What the notification says. */
  readonly notification: string;
  /** Labels of buttons and of choices, in the order shown. */
  readonly actions: readonly string[];
  readonly seenBy: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  readonly message: PostedMessage;
}

export interface Place {
  readonly user?: string;
  readonly channel?: string;
  readonly threadTs?: string;
  /** The text as it comes over the wire, for what typing alone does not make: links with a label, pings. */
  readonly wire?: boolean;
  /** What a message holds besides its text. */
  readonly fields?: object;
}

export interface SlackPeople {
  slash(command: string, text?: string, place?: Place): Promise<Answer>;
  mention(text: string, place?: Place): Promise<Answer>;
  directMessage(text: string, place?: Place): Promise<Answer>;
  check(text: string | undefined, place?: Place): Promise<Answer>;
  /** Uses "Check this message" on a message as Slack would send it. */
  checkMessage(message: object): Promise<Answer>;
  press(answer: Answer, label: string, place?: Place): Promise<Answer>;
  submit(form: OpenView, filling: Filling, place?: Place): Promise<Answer>;
  /** Does something and resolves with the message that then appears or changes. */
  answerTo(act: () => Promise<unknown>): Promise<Answer>;
  /** Does something and resolves with the modal or home page that then opens or changes. */
  viewAfter(act: () => Promise<unknown>): Promise<OpenView>;
  /** Each hands the app something and resolves with its acknowledgement. */
  act: SlackActs;
  /** Hands the app an event and resolves when it is acknowledged. */
  event(event: Readonly<Record<string, unknown>>, options?: EventOptions): Promise<string>;
}

export interface SlackActs {
  slash(command: string, text?: string, place?: SlashPlace): Promise<unknown>;
  mention(text: string, place?: Place): Promise<unknown>;
  directMessage(text: string, place?: Place): Promise<unknown>;
  check(text: string | undefined, place?: Place): Promise<unknown>;
  checkMessage(message: object, place?: Place): Promise<unknown>;
  press(answer: Answer, label: string, place?: Place): Promise<unknown>;
  pressInView(view: OpenView, label: string): Promise<unknown>;
  submit(form: OpenView, filling: Filling, place?: Place): Promise<unknown>;
  /** Resolves with the options that are offered. */
  type(form: OpenView, label: string, typed: string): Promise<readonly Suggested[]>;
  openHome(tab?: 'home' | 'messages'): Promise<unknown>;
  search(home: OpenView, text: string): Promise<unknown>;
}

export interface Suggested {
  readonly text: { readonly text: string };
  readonly value: string;
}

type SlashPlace = Place & { readonly triggerId?: string };

export interface EventOptions {
  readonly eventId?: string;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** People who use the bot in Slack: each sentence they say resolves to what they then see. */
export function createSlackPeople(server: SlackServer, deliver: Deliver): SlackPeople {
  const interactions = createInteractions(server);
  let counter = 0;
  const unique = (): number => ++counter;

  async function event(
    content: Readonly<Record<string, unknown>>,
    { eventId = `Ev${unique()}`, retry }: EventOptions = {},
  ): Promise<string> {
    const payload = {
      type: 'event_callback',
      team_id: botUser.team_id,
      api_app_id: 'A1',
      event_id: eventId,
      event_time: 1_700_000_000,
      authorizations: [{ team_id: botUser.team_id, user_id: botUser.user_id, is_bot: true }],
      event: content,
    };
    await deliver('event', payload, retry);
    return eventId;
  }

  function say(
    type: { readonly type: string; readonly channel_type?: string },
    text: string,
    { user = 'UASKER', channel = 'CTALK', threadTs, fields }: Place,
  ): Promise<string> {
    const ts = `1700000001.${unique()}`;
    const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
    return event({ ...type, user, channel, ts, event_ts: ts, text, ...thread, ...fields });
  }

  const act: SlackActs = {
    slash: (command, text = '', place = {}) => {
      const { user = 'UASKER', channel = 'CTALK', wire, triggerId } = place;
      return deliver('slash', {
        token: 'old',
        command,
        text: wire ? text : typedToWire(text),
        user_id: user,
        user_name: 'quillfeather',
        channel_id: channel,
        channel_name: 'talk',
        team_id: botUser.team_id,
        team_domain: 'stand-in',
        api_app_id: 'A1',
        trigger_id: triggerId ?? server.views.newTrigger(),
        response_url: server.openResponseUrl(channel, user),
      });
    },
    mention: (text, place = {}) => {
      const wire = place.wire ? text : typedToWire(text);
      return say({ type: 'app_mention' }, `<@${botUser.user_id}> ${wire}`, place);
    },
    directMessage: (text, place = {}) => {
      const wire = place.wire ? text : typedToWire(text);
      return say({ type: 'message', channel_type: 'im' }, wire, { channel: 'DASKER', ...place });
    },
    check: (text, place = {}) =>
      act.checkMessage(
        text === undefined ? {} : { text: place.wire ? text : typedToWire(text) },
        place,
      ),
    checkMessage: (message, { user = 'UASKER', channel = 'CTALK', threadTs } = {}) =>
      deliver(
        'interactive',
        interactions.messageShortcut({ ...message }, { user, channel, threadTs }),
      ),
    press: ({ message }, label, { user = 'UASKER' } = {}) =>
      deliver('interactive', interactions.inMessage(message, label, user)),
    pressInView: (view, label) =>
      deliver('interactive', interactions.inView(view, label, 'UASKER')),
    async submit(form, filling, { user = 'UASKER' } = {}) {
      const answer = await deliver('interactive', interactions.submission(form, filling, user));
      const told = toViewResponse(answer);
      if (told.action === 'close') server.views.close(form.id);
      if (told.view) server.views.call('views.update', { view_id: form.id, view: told.view });
      return answer;
    },
    async type(form, label, typed) {
      const suggestion = interactions.suggestion(form, label, typed, 'UASKER');
      const answer = await deliver('interactive', suggestion);
      return (answer as { options: readonly Suggested[] }).options;
    },
    openHome: (tab = 'home') =>
      event({
        type: 'app_home_opened',
        user: 'UASKER',
        channel: 'DASKER',
        tab,
        event_ts: `1700000005.${unique()}`,
      }),
    search: (home, text) => deliver('interactive', interactions.search(home, text, 'UASKER')),
  };

  async function answerTo(work: () => Promise<unknown>): Promise<Answer> {
    const before = new Set(server.messages);
    await work();
    return messageToAnswer(await server.posted((message) => !before.has(message)));
  }

  async function viewAfter(work: () => Promise<unknown>): Promise<OpenView> {
    const before = new Set(server.views.open);
    await work();
    return server.seen(() => server.views.open.find((view) => !before.has(view)));
  }

  return {
    act,
    event,
    answerTo,
    viewAfter,
    slash: (...asked) => answerTo(() => act.slash(...asked)),
    mention: (...asked) => answerTo(() => act.mention(...asked)),
    directMessage: (...asked) => answerTo(() => act.directMessage(...asked)),
    check: (...asked) => answerTo(() => act.check(...asked)),
    checkMessage: (message) => answerTo(() => act.checkMessage(message)),
    press: (...pressed) => answerTo(() => act.press(...pressed)),
    submit: (...sent) => answerTo(() => act.submit(...sent)),
  };
}

/** What becomes of a form that was sent off: it closes, shows another view, or stays with what is wrong in it. */
function toViewResponse(answer: unknown): { action: 'close' | 'stay'; view?: ShownView } {
  if (typeof answer !== 'object' || answer === null) return { action: 'close' };
  if (!('response_action' in answer)) return { action: 'close' };
  if (answer.response_action !== 'update' || !('view' in answer)) return { action: 'stay' };
  const view = toShownView(answer.view);
  if (!view) throw new Error('the app answered a form with a view that Slack refuses');
  return { action: 'stay', view };
}

export function messageToAnswer(message: PostedMessage): Answer {
  const { seenBy, channel, threadTs } = message;
  return {
    text: blocksToShownText(message.blocks),
    notification: fallbackToShownText(message.text),
    actions: labelsOf(message.blocks),
    seenBy,
    channel,
    threadTs,
    message,
  };
}

/** Labels of the buttons and of the choices in selects, in the order shown. */
export function labelsOf(blocks: Parameters<typeof blocksToActions>[0]): readonly string[] {
  return blocksToActions(blocks).flatMap((element) =>
    element.type === 'button' ? [element.text.text] : element.options.map(({ text }) => text.text),
  );
}

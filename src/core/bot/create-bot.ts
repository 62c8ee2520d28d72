import { dayOf } from '../claims/calendar.ts';
import type { UserKey } from '../keys.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { Limits } from '../ports/limits.ts';
import type { Log } from '../ports/log.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import { presentHome } from '../reply/present-home.ts';
import { createAnswerId } from '../reply/press-id.ts';
import type { Answer, Visibility } from '../reply/reply.ts';
import { type MessageKey, type Texts, textsFor } from '../texts/texts.ts';
import { UserError } from '../texts/user-error.ts';
import {
  answerPress,
  checkPress,
  pressDelivery,
  takeWrongMatch,
  wrongMatchForm,
} from './answer-press.ts';
import type { Bot, Delivery } from './bot.ts';
import { checkMessage } from './check-message.ts';
import { checkOptions } from './check-options.ts';
import type { Command, CommandContext, CommandRequest, Services } from './command.ts';
import { createCoolDown } from './cool-down.ts';
import type { Invocation } from './invocation.ts';
import { suggestClaims, suggestTopics } from './suggest.ts';
import { commandFormId, invocationToTask, type Task } from './task.ts';

export interface BotParts {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly answers: KeptAnswers;
  readonly limits: Limits;
  /** Who may run the commands for operators. */
  readonly operators: ReadonlySet<UserKey>;
  readonly clock: () => Date;
  readonly log: Log;
}

export function createBot(parts: BotParts): Bot {
  const { commands, services, answers, limits, operators, clock, log } = parts;
  const { library, communities, blocked } = services;
  const repeats = createCoolDown(clock);

  const settingsFor = ({ community }: Invocation) => communities.settings(community);
  /** For what is no command. */
  const bareRequest = (invocation: Invocation): CommandRequest => ({
    platform: invocation.platform,
    settings: settingsFor(invocation),
    subcommand: undefined,
    options: {},
    form: undefined,
  });
  const taskOf = (invocation: Invocation): Task =>
    invocationToTask(invocation, commands, settingsFor(invocation));
  const speakTo = (invocation: Invocation): Texts =>
    textsFor(invocation.locale, settingsFor(invocation).language, invocation.communityLocale);

  function publicIn(invocation: Invocation): boolean {
    const { channels } = settingsFor(invocation);
    return channels === null || !invocation.channel || channels.includes(invocation.channel);
  }

  /** The claim that this would say publicly in a channel where it was said a moment ago. */
  function isRepeat({ channel }: Invocation, command: Command, request: CommandRequest): boolean {
    if (command.mayRepeat?.(request)) return false;
    const ref = channel && command.claimAnswered?.(request, library.current);
    return Boolean(channel && ref && repeats.has(channel, ref));
  }

  function delivery(invocation: Invocation): Delivery {
    const { input, platform, user } = invocation;
    if (input.kind === 'text') {
      const unwanted =
        input.by === 'mention' && !(settingsFor(invocation).mentions && publicIn(invocation));
      return unwanted || blocked.has(user) ? 'none' : 'public';
    }
    if (blocked.has(user)) return 'private';
    const task = taskOf(invocation);
    if (task.kind === 'press') return pressDelivery(task.input.id);
    if (task.kind !== 'command' || task.command.onlyFor === 'operators') return 'private';
    const { command, request } = task;
    const canShowForms = platform !== 'console' && input.kind === 'command';
    if (canShowForms && command.form?.isNeeded(request)) return 'form';
    const isPublic =
      command.visibility(request) === 'public' &&
      publicIn(invocation) &&
      !isRepeat(invocation, command, request);
    return isPublic ? 'public' : 'private';
  }

  async function contextFor(
    invocation: Invocation,
    request: CommandRequest,
    visibility: Visibility,
  ): Promise<CommandContext> {
    const { user, community, platform } = invocation;
    return {
      ...request,
      user,
      community,
      services,
      visibility,
      canShare: community !== undefined && invocation.channel !== undefined && publicIn(invocation),
      now: clock(),
      t: speakTo(invocation),
      async keep(content, seenAs = visibility) {
        if (platform === 'console') return undefined;
        const id = createAnswerId();
        await answers.keep(id, { owner: user, visibility: seenAs, content });
        return id;
      },
    };
  }

  /** Slack's user ids may come twice, in two workspaces; so `slack:T1/U1` names one person among many workspaces. */
  function isOperator({ user, community }: Invocation): boolean {
    const [, id = ''] = user.split(':');
    return operators.has(user) || (community !== undefined && operators.has(`${community}/${id}`));
  }

  /** Here and not in the platforms' permissions, which a server owner can change. */
  async function mayRun({ onlyFor }: Command, invocation: Invocation): Promise<boolean> {
    if (onlyFor === undefined || isOperator(invocation)) return true;
    return onlyFor === 'managers' && ((await invocation.mayManage?.()) ?? false);
  }

  async function run(invocation: Invocation, visibility: Visibility): Promise<Answer> {
    const task = taskOf(invocation);
    const bare = bareRequest(invocation);
    const context = await contextFor(
      invocation,
      task.kind === 'command' ? task.request : bare,
      visibility,
    );
    switch (task.kind) {
      case 'unknown-command': {
        const known = commands.map(({ name }) => `/${name}`);
        throw new UserError('mistake.unknownCommand', { name: task.name, known });
      }
      case 'check-message':
        return checkMessage(task.text, context);
      case 'press':
        if (pressDelivery(task.input.id) === 'share' && !publicIn(invocation)) {
          throw new UserError('share.notHere');
        }
        return answerPress(task.input, answers.find, context);
      case 'wrong-match':
        return takeWrongMatch(task.id, task.values, answers.find, context);
      case 'command':
        return runCommand(invocation, task.command, task.request, context);
    }
  }

  async function runCommand(
    invocation: Invocation,
    command: Command,
    request: CommandRequest,
    context: CommandContext,
  ): Promise<Answer> {
    if (!(await mayRun(command, invocation))) return refusal(command, context.t);
    const isRepeated = context.visibility === 'private' && isRepeat(invocation, command, request);
    const answer = await command.run({ ...context, options: checkOptions(command, request) });
    const { channel } = invocation;
    const ref = command.claimAnswered?.(request, library.current);
    if (channel && ref && context.visibility === 'public') repeats.note(channel, ref);
    const wantedPublic = isRepeated && command.visibility(request) === 'public';
    return wantedPublic
      ? { ...answer, blocks: [...answer.blocks, { kind: 'text', text: context.t('repeat.note') }] }
      : answer;
  }

  async function waitFor(invocation: Invocation): Promise<number> {
    const { user, community, platform } = invocation;
    if (platform === 'console' || isOperator(invocation)) return 0;
    return (await limits.take(user, community)).waitMs;
  }

  /** Runs the work; what the asker can put right and what went wrong with us both become replies. */
  async function saying<Result>(
    invocation: Invocation,
    work: () => Promise<Result>,
  ): Promise<Result | Answer> {
    const t = speakTo(invocation);
    try {
      if (blocked.has(invocation.user)) throw new UserError('blocked.text');
      const waitMs = await waitFor(invocation);
      if (waitMs > 0) throw new UserError('limit.wait', { seconds: Math.ceil(waitMs / 1000) });
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) {
        log.error({ err: error, platform: invocation.platform }, 'An invocation failed');
      }
      const text = error instanceof UserError ? error.say(t) : t(faultOf(error));
      return { tone: 'error', title: t('mistake.title'), blocks: [{ kind: 'text', text }] };
    }
  }

  return {
    commands,
    delivery,
    async answer(invocation, decided = delivery(invocation)) {
      const visibility = decided === 'public' ? 'public' : 'private';
      const answer = await saying(invocation, () => run(invocation, visibility));
      const { locale } = speakTo(invocation);
      return { ...answer, locale, visibility: answer.sharedBy ? 'public' : visibility };
    },
    async form(invocation) {
      const { locale } = speakTo(invocation);
      const shown = await saying(invocation, () => openForm(invocation));
      return 'fields' in shown ? shown : { ...shown, locale, visibility: 'private' };
    },
    suggest({ suggest, typed, community, locale }, limits) {
      const { packs, language } = communities.settings(community);
      const claims = library.current;
      if (suggest === 'topic') return suggestTopics(claims, packs, typed, limits);
      const asked = services.popularity.top();
      return suggestClaims(
        { claims, packs, typed, asked, today: dayOf(clock()) },
        limits,
        textsFor(locale, language),
      );
    },
    async home({ community, locale }) {
      const { packs, language } = communities.settings(community);
      const t = textsFor(locale, language);
      const answer = presentHome(library.current, packs, dayOf(clock()), t);
      return { ...answer, locale: t.locale, visibility: 'private' };
    },
  };

  async function openForm(invocation: Invocation) {
    const task = taskOf(invocation);
    if (task.kind === 'press') {
      const bare = bareRequest(invocation);
      const context = await contextFor(invocation, bare, 'private');
      await checkPress(task.input, answers.find, context);
      return wrongMatchForm(task.input.id, context);
    }
    if (task.kind !== 'command' || !task.command.form) throw new UserError('mistake.ours');
    const { command, request } = task;
    const context = await contextFor(invocation, request, 'private');
    if (!(await mayRun(command, invocation))) return refusal(command, context.t);
    const { locale } = context.t;
    return { ...task.command.form.fields(context), locale, id: commandFormId(command, request) };
  }
}

/** What people are told of a fault that is not theirs. */
function faultOf(error: unknown): MessageKey {
  return error instanceof StoreLostError ? 'mistake.storeLost' : 'mistake.ours';
}

function refusal({ onlyFor }: Command, t: Texts): Answer {
  const forManagers = onlyFor === 'managers';
  return {
    tone: 'error',
    title: t(forManagers ? 'settings.refusedTitle' : 'admin.refusedTitle'),
    blocks: [{ kind: 'text', text: t(forManagers ? 'settings.refused' : 'admin.refused') }],
  };
}

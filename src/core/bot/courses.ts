import type { ClaimRef } from '../claims/claim.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { Log } from '../ports/log.ts';
import type { Form } from '../reply/form.ts';
import { textToPressId } from '../reply/press-id.ts';
import type { Answer } from '../reply/reply.ts';
import { UserError } from '../texts/user-error.ts';
import {
  answerPress,
  checkPress,
  pressDelivery,
  pressForm,
  takePressForm,
} from './answer-press.ts';
import { checkForm } from './check-form.ts';
import { checkMessage } from './check-message.ts';
import { checkOptions } from './check-options.ts';
import type { AnswerContext, Command, CommandRequest, FormContent, Prepared } from './command.ts';
import type { CoolDown } from './cool-down.ts';
import type { PressInput } from './invocation.ts';
import { claimOf, type Finding } from './look-up.ts';
import type { Delivery } from './plan.ts';
import { mayBePublic, type Question } from './question.ts';
import { presentRefusal, presentUnsure, type Rights } from './rights.ts';
import { openRequestForm, takeRequest } from './take-request.ts';
import { commandFormId, type Task } from './task.ts';
import { unknownName } from './unknown-name.ts';

/** What will be done about a question; the doing needs what is known only after the acknowledgement. */
export type Course =
  | { readonly delivery: 'none' }
  | { readonly delivery: 'form'; open(context: AnswerContext): Promise<Form | Answer> }
  | AnswerCourse;

export interface AnswerCourse {
  readonly delivery: Exclude<Delivery, 'none' | 'form'>;
  /** What was looked up for it. */
  readonly finding?: Finding | undefined;
  run(context: AnswerContext): Promise<Answer>;
}

export interface CourseParts {
  readonly answers: KeptAnswers;
  readonly rights: Rights;
  readonly coolDown: CoolDown;
  readonly log: Log;
}

/**
 * Decides from memory alone what is done about a question that may be asked.
 * @throws {UserError} for what the asker can put right.
 */
export function createCourses({
  answers,
  rights,
  coolDown,
  log,
}: CourseParts): (question: Question) => Promise<Course> {
  const { find } = answers;

  function pressCourse(question: Question, input: PressInput): Course {
    const delivery = pressDelivery(input.id);
    if (delivery === 'share' && !mayBePublic(question)) throw new UserError('share.notHere');
    if (delivery !== 'form')
      return { delivery, run: (context) => answerPress(input, find, context) };
    return {
      delivery,
      async open(context) {
        const pressed = textToPressId(input.id);
        if (pressed?.press === 'request') return openRequestForm(pressed, context);
        await checkPress(input, find, context);
        return pressForm(input.id, context);
      },
    };
  }

  async function commandCourse(
    question: Question,
    command: Command,
    asked: CommandRequest,
  ): Promise<Course> {
    const { input, platform, channel } = question.invocation;
    const refused = async ({ t }: AnswerContext): Promise<Answer | undefined> => {
      try {
        const may = await rights.mayRun(command, question);
        return may ? undefined : presentRefusal(command, t);
      } catch (error) {
        log.warn({ err: error, platform }, 'Whether somebody manages a community was not told');
        return presentUnsure(t);
      }
    };
    if (platform !== 'console' && input.kind === 'command' && command.form?.isNeeded(asked)) {
      const request = { ...asked, options: checkOptions(command, asked) };
      return {
        delivery: 'form',
        open: async (context) => (await refused(context)) ?? openForm(command, request, context),
      };
    }
    const request = { ...asked, options: checkOptions(command, asked) };
    const prepared = (await command.prepare?.(request, question.claims)) ?? isPrivate;
    const { lookup } = prepared;
    const ref = claimOf(lookup)?.ref;
    const isForAll = mayBeForAll(prepared, question);
    const isRepeat = isForAll && isToldAgain(prepared, question, ref);
    const delivery = isForAll && !isRepeat ? 'public' : 'private';
    return {
      delivery,
      finding: lookup,
      async run(context) {
        const refusal = await refused(context);
        if (refusal) return refusal;
        if (asked.form) checkForm(await formContent(command, asked, context), asked.form);
        const answer = await command.run({ ...context, ...request, lookup });
        if (channel && ref && delivery === 'public') coolDown.note(channel, ref);
        if (!isRepeat) return answer;
        const note = { kind: 'text', text: context.t('repeat.note') } as const;
        return { ...answer, blocks: [...answer.blocks, note] };
      },
    };
  }

  /** Said to all in the channel a moment ago; a message to the bot is answered where it was written all the same. */
  function isToldAgain(
    { isAskersWish }: Prepared,
    { invocation }: Question,
    ref: ClaimRef | undefined,
  ): boolean {
    const { input, channel } = invocation;
    if (input.kind === 'text' || isAskersWish || !channel || !ref) return false;
    return coolDown.has(channel, ref);
  }

  return async (question) => {
    const { task } = question;
    switch (task.kind) {
      case 'unknown-command':
        throw unknownName('/', task.name, task.known);
      case 'check-message':
        return { delivery: 'private', run: (context) => checkMessage(task.text, context) };
      case 'press':
        return pressCourse(question, task.input);
      case 'press-form':
        return {
          delivery: 'private',
          run: (context) => takePressForm(task.id, task.values, find, context),
        };
      case 'request':
        return {
          delivery: 'private',
          run: (context) => takeRequest(task.pressed, task.values, question.invocation, context),
        };
      case 'command':
        return commandCourse(question, task.command, task.request);
    }
  };
}

/** How an answer that was planned before is made; undefined for a task that no outline tells of. */
export function answerAgain(
  task: Task,
  lookup: Finding | undefined,
  { find }: KeptAnswers,
): AnswerCourse['run'] | undefined {
  if (task.kind === 'press') return (context) => answerPress(task.input, find, context);
  if (task.kind !== 'command' || !task.command.isRepeatable) return undefined;
  const { command, request } = task;
  return (context) => command.run({ ...context, ...request, lookup });
}

const isPrivate: Prepared = { visibility: 'private' };

/** That nothing was found is for the asker alone. A message to the bot can't be answered privately on every platform. */
function mayBeForAll({ visibility, lookup }: Prepared, question: Question): boolean {
  if (question.invocation.onlyForAsker) return false;
  if (question.invocation.input.kind === 'text') return true;
  const isFound = lookup?.outcome !== 'none' && lookup?.outcome !== 'elsewhere';
  return visibility === 'public' && isFound && mayBePublic(question);
}

async function openForm(
  command: Command,
  request: CommandRequest,
  context: AnswerContext,
): Promise<Form> {
  const { locale } = context.t;
  const content = await formContent(command, request, context);
  return { ...content, locale, id: commandFormId(command, request) };
}

async function formContent(
  command: Command,
  request: CommandRequest,
  context: AnswerContext,
): Promise<FormContent> {
  if (!command.form) throw new Error(`/${command.name} has no form.`);
  return command.form.fields({ ...context, ...request, lookup: undefined });
}

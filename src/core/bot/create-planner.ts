import { claimToTold } from '../claims/told-claim.ts';
import type { KeptAnswers } from '../ports/kept-answers.ts';
import type { Limits } from '../ports/limits.ts';
import type { Log } from '../ports/log.ts';
import type { Receipts, ShownAnswer } from '../ports/receipts.ts';
import type { Detail } from '../ports/settings.ts';
import { StoreLostError } from '../ports/store-lost-error.ts';
import type { ToldClaims } from '../ports/told-claims.ts';
import type { Form } from '../reply/form.ts';
import { createAnswerId, textToPressId } from '../reply/press-id.ts';
import type { Answer, Reply, Visibility } from '../reply/reply.ts';
import { type Texts, textsFor } from '../texts/texts.ts';
import { UserError } from '../texts/user-error.ts';
import type { Admission, Refusal } from './admission.ts';
import { type AnswerOutline, answerOutlineSchema } from './answer-outline.ts';
import type { Bot } from './bot.ts';
import type { AnswerContext, Command, Services } from './command.ts';
import { createCoolDown } from './cool-down.ts';
import { type AnswerCourse, answerAgain, type Course, createCourses } from './courses.ts';
import type { Invocation } from './invocation.ts';
import { keptToFinding } from './kept-finding.ts';
import type { AnswerPlan, AskerDetails, Plan, Receipt } from './plan.ts';
import { detailFor, mayBePublic, type Question } from './question.ts';
import { questionToOutline } from './question-to-outline.ts';
import type { Rights } from './rights.ts';
import { invocationToTask } from './task.ts';
import { createToldOnce } from './told-once.ts';

export interface PlannerParts {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly answers: KeptAnswers;
  readonly receipts: Receipts;
  readonly told: ToldClaims;
  readonly rights: Rights;
  readonly admission: Admission;
  readonly limits: Limits;
  readonly clock: () => Date;
  /** Milliseconds since some moment. Lengths of time are told by it, because a clock can be set back. */
  readonly stopwatch: () => number;
  readonly log: Log;
}

/** Plans questions: each is read once, over one set of claims, and everything after that rests on what was read. */
export function createPlanner(parts: PlannerParts): Pick<Bot, 'plan' | 'resume'> {
  const { commands, services, answers, receipts, told, rights, admission, limits } = parts;
  const { clock, stopwatch, log } = parts;
  const { library, communities, popularity } = services;
  const coolDown = createCoolDown(stopwatch);
  const chooseCourse = createCourses({ answers, rights, coolDown, log });
  const toldOnce = createToldOnce(limits, stopwatch);

  async function decide(question: Question): Promise<Course> {
    const { input } = question.invocation;
    const isText = input.kind === 'text';
    const isMention = isText && input.by === 'mention';
    if (isMention && !(question.settings.mentions && mayBePublic(question))) return silence;
    const refusal = await admission.refuse(question.invocation);
    if (refusal) return await refusalCourse(question, refusal);
    try {
      return await chooseCourse(question);
    } catch (error) {
      // A platform may know no private answer to a message.
      return trouble(isText ? 'public' : 'private', error);
    }
  }

  /** Said once, and to nobody but the asker: whoever asks on is not to make the bot talk on. */
  async function refusalCourse({ invocation }: Question, refusal: Refusal): Promise<Course> {
    const { input, user } = invocation;
    const { why, error, goesWithoutSayingForMs } = refusal;
    if (input.kind === 'text' && (input.by === 'mention' || why === 'blocked')) return silence;
    // Of a form that somebody filled in they hear what becomes of it.
    const isNews = (await toldOnce.isNews(user, goesWithoutSayingForMs)) || input.kind === 'form';
    if (!isNews) return silence;
    return trouble(input.kind === 'text' ? 'public' : 'private', error);
  }

  async function speakTo({ invocation, details, settings }: Question): Promise<Texts> {
    const { locale, communityLocale } = invocation;
    return textsFor(locale ?? (await details.locale?.()), settings.language, communityLocale);
  }

  function contextFor(question: Question, visibility: Visibility, t: Texts): AnswerContext {
    const { invocation, settings, allClaims, claims } = question;
    const { user, community, platform, channel } = invocation;
    return {
      platform,
      settings,
      user,
      community,
      services,
      isOperator: rights.isOperator,
      allClaims,
      claims,
      visibility,
      canShare: community !== undefined && channel !== undefined && mayBePublic(question),
      now: clock(),
      t,
      detail: detailFor(question),
      async keep(content, seenAs = visibility) {
        if (platform === 'console') return undefined;
        const id = createAnswerId();
        const isKept = await answers.keep(id, { owner: user, visibility: seenAs, content });
        return isKept ? id : undefined;
      },
    };
  }

  /** Does the work; what the asker can put right and what went wrong with us both become replies. */
  async function say<Result, Said>(
    question: Question,
    visibility: Visibility,
    work: (context: AnswerContext) => Promise<Result>,
    finish: (result: Result, t: Texts) => Said,
  ): Promise<Said | Reply> {
    const t = await speakTo(question);
    try {
      return finish(await work(contextFor(question, visibility, t)), t);
    } catch (error) {
      const { platform } = question.invocation;
      if (!(error instanceof UserError))
        log.error({ err: error, platform }, 'An invocation failed');
      return toReply(presentTrouble(error, t), visibility, t);
    }
  }

  /** Before it is told: wherever this process dies, what was told can be put right. */
  async function keepTold(
    { invocation, allClaims }: Question,
    { visibility, about = [] }: Reply,
  ): Promise<void> {
    if (visibility === 'private' || invocation.channel === undefined) return;
    const claims = about.flatMap(({ ref }) => allClaims.find(ref) ?? []);
    await Promise.all(claims.map((claim) => told.keep(claimToTold(claim))));
  }

  /** Counts and keeps what a channel was told. A private answer, and one in a direct message, is nobody's business but the asker's. */
  async function keepReceipt(
    question: Question,
    receipt: Receipt,
    said: Reply,
    at: string,
  ): Promise<void> {
    const { invocation } = question;
    const { address, canBeEdited, about, visibility } = receipt;
    if (visibility === 'private' || invocation.channel === undefined) return;
    for (const claim of about) {
      if (invocation.community) popularity.add(invocation.community, claim.ref);
      const shown = shownAnswer(said, detailFor(question));
      await receipts.add({ at, ...claim, address, canBeEdited, shown });
    }
  }

  function courseToPlan(question: Question, course: Course): Plan {
    if (course.delivery === 'none') return { delivery: course.delivery };
    if (course.delivery === 'form') {
      const finish = (opened: Form | Answer, t: Texts): Form | Reply =>
        'fields' in opened ? opened : toReply(opened, 'private', t);
      const form = () => say(question, 'private', course.open, finish);
      return { delivery: course.delivery, form };
    }
    const popular = popularity.top(question.invocation.community);
    const outline = questionToOutline(question, course.finding, course.delivery, popular);
    return answerPlan(question, course, outline);
  }

  function answerPlan(
    question: Question,
    course: AnswerCourse,
    outline: AnswerOutline | undefined,
  ): AnswerPlan {
    const { delivery } = course;
    const visibility = delivery === 'public' ? 'public' : 'private';
    const finish = (answer: Answer, t: Texts): Reply => toReply(answer, visibility, t);
    let said: Reply | undefined;
    return {
      delivery,
      outline,
      async answer() {
        said = await say(question, visibility, course.run, finish);
        await keepTold(question, said);
        return said;
      },
      async delivered(receipt, at = clock().toISOString()) {
        if (said) await keepReceipt(question, receipt, said, at);
      },
    };
  }

  function toQuestion(invocation: Invocation, details: AskerDetails): Question {
    const settings = communities.settings(invocation.community);
    const task = invocationToTask(invocation, commands, settings);
    const allClaims = library.current;
    const claims = allClaims.only(settings.packs);
    return { invocation, details, settings, allClaims, claims, task };
  }

  return {
    async plan(invocation, details = {}) {
      const question = toQuestion(invocation, details);
      return courseToPlan(question, await decide(question));
    },
    resume(kept, details = {}) {
      const { data: outline } = answerOutlineSchema.safeParse(kept);
      if (!outline) return undefined;
      const { who, input, finding, delivery } = outline;
      const question = toQuestion({ ...who, input }, details);
      const found = finding && keptToFinding(finding, question.claims);
      const run =
        finding && !found
          ? () => Promise.reject(new UserError('mistake.interrupted'))
          : answerAgain(question.task, found, answers);
      return run && answerPlan(question, { delivery, run }, outline);
    },
  };
}

const silence = { delivery: 'none' } as const;

/** What it takes to write the answer anew. */
function shownAnswer(said: Reply, detail: Detail): ShownAnswer {
  const { locale, actions = [], about = [], sharedBy } = said;
  const [first] = actions;
  return {
    locale,
    detail,
    answer: first && textToPressId(first.id)?.answer,
    isShared: sharedBy !== undefined,
    // What there is to choose from stands under several claims, or under words that nobody keeps.
    isWhole: about.length === 1 && actions.every(({ kind }) => kind === 'button'),
  };
}

/** What went wrong is told when the answer is due, in the asker's language. */
function trouble(delivery: Visibility, error: unknown): Course {
  return { delivery, run: () => Promise.reject(error) };
}

function presentTrouble(error: unknown, t: Texts): Answer {
  const ours = error instanceof StoreLostError ? 'mistake.storeLost' : 'mistake.ours';
  const text = error instanceof UserError ? error.say(t) : t(ours);
  return { tone: 'error', title: t('mistake.title'), blocks: [{ kind: 'text', text }] };
}

function toReply(answer: Answer, visibility: Visibility, { locale }: Texts): Reply {
  return { ...answer, locale, visibility: answer.sharedBy ? 'public' : visibility };
}

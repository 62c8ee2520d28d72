import type { ChangeLog } from '../claims/change-log.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { CommunityKey, Platform, UserKey } from '../keys.ts';
import type { Communities } from '../ports/communities.ts';
import type { Connections } from '../ports/connections.ts';
import type { FeedStates } from '../ports/feeds.ts';
import type { KeptAnswer } from '../ports/kept-answers.ts';
import type { BlockList } from '../ports/limits.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { PersonalRecords } from '../ports/personal-records.ts';
import type { Processes } from '../ports/processes.ts';
import type { Receipts } from '../ports/receipts.ts';
import type { Detail, Settings } from '../ports/settings.ts';
import type { Form } from '../reply/form.ts';
import type { Answer, Visibility } from '../reply/reply.ts';
import type { ReportDesk } from '../requests/report-desk.ts';
import type { RequestDesk } from '../requests/request-desk.ts';
import type { About } from '../texts/about.ts';
import type { Phrase, Texts } from '../texts/texts.ts';
import type { FormValues, OptionValues } from './invocation.ts';
import type { Finding } from './look-up.ts';
import type { Popularity } from './popularity.ts';
import type { SharedLibrary } from './shared-library.ts';

/** What completions are offered of. */
export type Suggested = 'claim' | 'topic' | 'pack';

export type CommandOption = {
  readonly name: string;
  readonly description: Phrase;
  readonly required?: boolean;
} & (
  | {
      readonly type: 'text';
      /** In UTF-16 units. */
      readonly maxLength: number;
      /** What the platform suggests while people type. */
      readonly suggest?: Suggested;
    }
  | {
      readonly type: 'choice';
      readonly choices: readonly { readonly name: Phrase; readonly value: string }[];
    }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | {
      readonly type: 'flag';
      /** The word that sets it to false, where platforms pass commands as one string. */
      readonly opposite?: string;
    }
);

export interface Subcommand {
  readonly name: string;
  readonly description: Phrase;
  readonly options: readonly CommandOption[];
}

/** What a command was asked to do: the options are checked against its declaration, the form against its fields. */
export interface CommandRequest {
  readonly subcommand: string | undefined;
  readonly options: OptionValues;
  /** The values of the command's form, where it was sent off. */
  readonly form: FormValues | undefined;
  readonly platform: Platform;
  /** What the community decided; the defaults where there is none. */
  readonly settings: Settings;
}

/** What every answer is made from. */
export interface AnswerContext {
  readonly platform: Platform;
  readonly settings: Settings;
  readonly user: UserKey;
  readonly community: CommunityKey | undefined;
  isOperator(user: UserKey): boolean;
  readonly services: Omit<Services, 'library'> & { readonly library: Reloads };
  /** What the community answers from, of the set that the question was planned over. */
  readonly claims: ClaimSet;
  /** The whole set, for people who manage what is in it or choose from it. */
  readonly allClaims: ClaimSet;
  readonly visibility: Visibility;
  /** Whether a private answer may be posted where it was asked for. */
  readonly canShare: boolean;
  readonly now: Date;
  readonly t: Texts;
  /** How much of a record is shown, unless the asker says otherwise. */
  readonly detail: Detail;
  /**
   * Keeps what the buttons under an answer need, and gives its id; undefined where the platform has no buttons, and
   * while they would not work because the store is away. Who sees
   * the answer may press them: as this one is seen, unless another visibility is given.
   */
  keep(content: KeptAnswer['content'], seenAs?: Visibility): Promise<string | undefined>;
}

/** The library without its current set: an answer is made from the set that its question was planned over. */
type Reloads = Omit<SharedLibrary, 'current' | 'join'>;

/** What a command gets to work with. */
export interface CommandContext extends AnswerContext, CommandRequest {
  /** What `prepare` found. */
  readonly lookup: Finding | undefined;
}

/** What commands share. */
export interface Services {
  readonly library: SharedLibrary;
  readonly processes: Pick<Processes, 'list'>;
  readonly connections: Connections;
  readonly feeds: FeedStates;
  readonly communities: Communities;
  readonly changes: Pick<ChangeLog, 'about'>;
  readonly blocked: BlockList;
  readonly reports: ReportDesk;
  readonly outbox: Pick<Outbox, 'list'>;
  readonly requests: RequestDesk;
  readonly personal: PersonalRecords;
  readonly receipts: Pick<Receipts, 'about'>;
  readonly popularity: Popularity;
  readonly about: About;
}

/** What a command makes of a request before the acknowledgement. */
export interface Prepared {
  /** Who is to see the answer, where nothing speaks against it. */
  readonly visibility: Visibility;
  /** True where the asker said so in so many words. */
  readonly isAskersWish?: boolean;
  /** What was found for the asker's text; undefined for a command that looks nothing up. */
  readonly lookup?: Finding | undefined;
}

export type FormContent = Omit<Form, 'id' | 'locale'>;

/** One slash command: data plus `run`. It returns what to say and never sends. */
export interface Command {
  readonly name: string;
  readonly description: Phrase;
  readonly options: readonly CommandOption[];
  readonly subcommands?: readonly Subcommand[];
  /** True where it changes nothing, so that it may be run again for an answer that a process died over. */
  readonly isRepeatable?: boolean;
  /** `operators`: only people listed in `ADMINS`; `managers`: they, and those who manage the community. */
  readonly onlyFor?: 'operators' | 'managers';
  /**
   * Decides who is to see the answer, which both platforms fix at the first acknowledgement, and so looks up what it will
   * be about: once, from memory alone, giving others their turn. Without it, answers are private.
   * @throws {UserError} for what the asker can put right.
   */
  prepare?(request: CommandRequest, claims: ClaimSet): Promise<Prepared>;
  run(context: CommandContext): Promise<Answer>;
  /** A form that asks for what the request leaves open; sent off, it comes back as `form`. */
  readonly form?: {
    isNeeded(request: CommandRequest): boolean;
    /** Its id and language are set by the bot. */
    fields(context: CommandContext): FormContent | Promise<FormContent>;
  };
}

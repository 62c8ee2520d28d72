import type { ClaimRevision } from '../claims/revision.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { UserKey } from '../keys.ts';
import type { Locale } from '../texts/texts.ts';
import type { Action } from './action.ts';
import type { Reference } from './reference.ts';

/** `private`: only the asker sees it (ephemeral on Discord and Slack). */
export type Visibility = 'public' | 'private';

export type Tone = Verdict | 'neutral' | 'error';

export interface ListItem {
  readonly text: string;
  /** Where the text leads; null for a work that has no link. */
  readonly url?: string | null;
  /** Said after the text, in a smaller voice where the platform has one. */
  readonly detail?: string;
  /** What the reference marks in `text` stand for, and those in `detail`. */
  readonly references?: readonly Reference[];
  readonly detailReferences?: readonly Reference[];
}

export interface Field {
  readonly name: string;
  readonly value: string;
  /** What the reference marks in `value` stand for. */
  readonly references?: readonly Reference[];
}

/** One part of a reply. Every string is plain text: renderers escape, nobody else does. */
export type Block =
  | {
      readonly kind: 'text';
      readonly heading?: string;
      readonly text: string;
      /** True where a renderer may cut the text to fit its platform; the verdict and the first source never are. */
      readonly mayCut?: boolean;
      /** True for words that no longer hold: struck through where the platform can. */
      readonly struck?: boolean;
    }
  | { readonly kind: 'quote'; readonly text: string }
  /** One line in a smaller voice, where the platform has one. */
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly heading?: string;
      readonly ordered: boolean;
      /** Number of the first item of an ordered list; 1 unless given. */
      readonly start?: number;
      /** True where the details are so short that they stand on the line of their item. */
      readonly inline?: boolean;
      readonly items: readonly ListItem[];
      /** How many further items were left out to fit; said as "and 3 more". */
      readonly omitted: number;
    }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] };

/** What the bot says, free of any platform's markup. */
export interface Reply {
  readonly visibility: Visibility;
  /** The language of our own sentences; claims stay in the language they were checked in. */
  readonly locale: Locale;
  readonly tone: Tone;
  /** Says the outcome in words; for a match, the verdict with its mark. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Absent: a message of its own. `replace`: takes the place of the message whose button was pressed. */
  readonly placement?: 'replace';
  /** Set where a private answer is shared: an ordinary message in the channel says by whom, and the private one goes. */
  readonly sharedBy?: UserKey;
  readonly actions?: readonly Action[];
  /** The claims that it shows with what was found, as they were; absent where it shows none. */
  readonly about?: readonly ClaimRevision[];
}

/** A reply without what the bot adds to every one: who sees it, and in which language it speaks. */
export type Answer = Omit<Reply, 'visibility' | 'locale'>;

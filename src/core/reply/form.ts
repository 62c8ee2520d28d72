import type { Locale } from '../texts/texts.ts';

/** A form to fill in, opened instead of an answer. At most five fields, which is what Discord takes. */
export interface Form {
  /** Comes back with the values; at most 100 characters. */
  readonly id: string;
  /** The language of its texts, for what a platform adds. */
  readonly locale: Locale;
  /** At most 24 characters, which is what Slack takes. */
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly FormField[];
}

export type FormField = {
  readonly name: string;
  /** At most 45 characters, which is what Discord takes. */
  readonly label: string;
  /** Says more; at most 100 characters. */
  readonly hint?: string;
  readonly required: boolean;
} & (
  | {
      readonly type: 'text';
      readonly maxLength: number;
      readonly multiline: boolean;
      readonly value?: string;
    }
  | { readonly type: 'choice'; readonly choices: readonly Choice[]; readonly value?: string }
  | {
      readonly type: 'choices';
      readonly choices: readonly Choice[];
      readonly values: readonly string[];
    }
  /** Of more things than a select takes: they are searched for while people type. Left out where a platform can't do that. */
  | { readonly type: 'searched'; readonly suggest: 'pack'; readonly values: readonly Choice[] }
  /** Channels of the community the form was opened in; platform ids. */
  | { readonly type: 'channels'; readonly values: readonly string[] }
  /** A box to tick; its label says what ticking it means. */
  | { readonly type: 'flag'; readonly value: boolean }
  /** A claim or topic, with suggestions while people type where the platform has them in forms; free text is taken too. */
  | { readonly type: 'suggested'; readonly suggest: 'claim' | 'topic'; readonly maxLength: number }
);

export interface Choice {
  readonly label: string;
  readonly value: string;
}

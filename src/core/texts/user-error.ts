import type { MessageKey, MessageValues, Texts } from './texts.ts';

/** Something the asker can put right: they are told so in their own language. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly key: MessageKey;
  readonly values: MessageValues;

  constructor(key: MessageKey, values: MessageValues = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }

  say(t: Texts): string {
    return t(this.key, this.values);
  }
}

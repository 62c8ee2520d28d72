import { hkdfSync } from 'node:crypto';
import { createTextCipher, encryptedTextSchema } from './encrypted-text.ts';

/** Hides what the store holds for a while from everybody who has not got the secret. */
export interface Seal {
  /** Anything that JSON can hold. */
  close(value: unknown): string;
  /** Undefined for what was not sealed under this secret, or was changed since. */
  open(sealed: string): unknown;
}

/** `secret`: one that all processes over the store have anyway, such as a bot's token; long and random. */
export function createSeal(secret: string): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', place, 32));
  const cipher = createTextCipher([key]);
  return {
    close: (value) => JSON.stringify(cipher.encrypt(JSON.stringify(value), place)),
    open(sealed) {
      const { data } = encryptedTextSchema.safeParse(JSON.parse(sealed));
      const opened = data && cipher.decrypt(data, place);
      return opened?.ok ? JSON.parse(opened.text) : undefined;
    },
  };
}

const place = 'factbot answers under way';

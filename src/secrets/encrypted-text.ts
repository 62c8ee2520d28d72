import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { EncryptionKeys } from '../core/ports/encryption-keys.ts';

const algorithm = 'aes-256-gcm';

/** 96 bits, as NIST SP 800-38D recommends; random ones are safe for 2³² texts under one key. */
const nonceBytes = 12;

/** Said outright: older versions of Node accept shorter tags, which are easier to forge. */
const authTagLength = 16;

/** All but `keyId` in base64. */
export const encryptedTextSchema = z.object({
  keyId: z.string(),
  nonce: z.base64(),
  tag: z.base64(),
  text: z.base64(),
});
export type EncryptedText = Readonly<z.infer<typeof encryptedTextSchema>>;

export type Decrypted =
  | { readonly ok: true; readonly text: string; readonly isUnderFirstKey: boolean }
  /** `unknown-key`: under none of our keys. `untrusted`: changed, damaged or moved to another place. */
  | { readonly ok: false; readonly why: 'unknown-key' | 'untrusted' };

export interface TextCipher {
  /** Binds the text to its place: it can't be decrypted in another. */
  encrypt(text: string, place: string): EncryptedText;
  decrypt(encrypted: EncryptedText, place: string): Decrypted;
}

export function createTextCipher(keys: EncryptionKeys): TextCipher {
  const [first] = keys;
  const keysById = new Map(keys.map((key) => [keyIdOf(key), key]));

  return {
    encrypt(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, first, nonce, { authTagLength });
      cipher.setAAD(Buffer.from(place));
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return {
        keyId: keyIdOf(first),
        nonce: nonce.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
        text: encrypted.toString('base64'),
      };
    },
    decrypt({ keyId, nonce, tag, text }, place) {
      const key = keysById.get(keyId);
      if (!key) return { ok: false, why: 'unknown-key' };
      try {
        const decipher = createDecipheriv(algorithm, key, bytes(nonce), { authTagLength });
        decipher.setAAD(Buffer.from(place));
        decipher.setAuthTag(bytes(tag));
        const decrypted = Buffer.concat([decipher.update(bytes(text)), decipher.final()]);
        return { ok: true, text: decrypted.toString('utf8'), isUnderFirstKey: key === first };
      } catch {
        return { ok: false, why: 'untrusted' };
      }
    },
  };
}

/** Tells keys apart without telling anything about them. */
function keyIdOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('factbot key id').digest('hex').slice(0, 16);
}

function bytes(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

import type { Keyv } from 'keyv';
import type { EncryptionKeys } from '../../core/ports/encryption-keys.ts';
import type { Installations } from '../../core/ports/installations.ts';
import { createTextCipher, encryptedTextSchema } from '../../secrets/encrypted-text.ts';
import { keysOf } from './keyv-keys.ts';
import { createQueue } from './queue.ts';
import { readAllTimeoutMs } from './read-all.ts';
import type { StoreGuard } from './store-guard.ts';

/** A record is there and can't be used; says which and what to do, and nothing of what is in it. */
class InstallationError extends Error {
  override readonly name = 'InstallationError';
}

const advice = {
  'unknown-key':
    'it was encrypted under a key that INSTALLATION_KEYS no longer holds. Add that key at its end',
  untrusted: 'it was changed, damaged or moved in the store. Restore it from a backup',
} as const;

/**
 * Keeps records encrypted, each bound to its key. A record under an older encryption key is encrypted anew when it is
 * loaded, so that the older one can be taken out once every workspace was answered.
 */
export function createInstallations(
  keyv: Keyv<unknown>,
  guard: StoreGuard,
  encryptionKeys: EncryptionKeys,
): Installations {
  const cipher = createTextCipher(encryptionKeys);
  // A record encrypted anew must not overwrite one that was saved meanwhile: Slack's tokens rotate.
  const inTurn = createQueue();

  function decrypt(key: string, stored: unknown): { text: string; isUnderFirstKey: boolean } {
    const encrypted = encryptedTextSchema.safeParse(stored).data;
    const decrypted = encrypted
      ? cipher.decrypt(encrypted, key)
      : ({ ok: false, why: 'untrusted' } as const);
    if (decrypted.ok) return decrypted;
    throw new InstallationError(
      `The installation ${key} can't be read: ${advice[decrypted.why]}, or let the workspace install the bot again.`,
    );
  }

  return {
    save: (key, record) =>
      inTurn(key, async () => {
        await guard.required(() => keyv.set(key, cipher.encrypt(record, key)));
      }),
    load: (key) =>
      inTurn(key, async () => {
        // Raw, because a damaged record is undefined and yet there.
        const stored = await guard.required(() => keyv.getRaw(key));
        if (!stored) return undefined;
        const { text, isUnderFirstKey } = decrypt(key, stored.value);
        if (!isUnderFirstKey)
          await guard.withFallback(() => keyv.set(key, cipher.encrypt(text, key)), false);
        return text;
      }),
    remove: (key) =>
      inTurn(key, async () => {
        await guard.required(() => keyv.delete(key));
      }),
    list: () => guard.required(async () => (await keysOf(keyv)).toSorted(), readAllTimeoutMs),
  };
}

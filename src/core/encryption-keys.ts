/** Keys of 32 bytes for AES-256: the first encrypts, all decrypt. */
export type EncryptionKeys = readonly [Uint8Array, ...Uint8Array[]];

/** 32 bytes are 43 characters of base64 and its padding. */
const keyPattern = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Reads keys in base64, separated by commas.
 * @throws {Error} saying which key is wrong and how to make one, never its value.
 */
export function parseEncryptionKeys(value: string): EncryptionKeys {
  const [first, ...rest] = value.split(',').map((part, index) => {
    const text = part.trim();
    if (!keyPattern.test(text)) {
      throw new Error(
        `Key ${index + 1} is not 32 bytes in base64: make one with "openssl rand -base64 32", and separate several by commas.`,
      );
    }
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  });
  if (!first) throw new Error('There is no key: make one with "openssl rand -base64 32".');
  return [first, ...rest];
}

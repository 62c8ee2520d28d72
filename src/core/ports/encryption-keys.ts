/** Keys of 32 bytes for AES-256: the first encrypts, all decrypt. */
export type EncryptionKeys = readonly [Uint8Array, ...Uint8Array[]];

/** 32 bytes are 43 characters of base64 and one of padding. */
const keyPattern = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Reads keys in base64, separated by commas.
 * @throws {Error} saying which key is wrong and how to make one, never its value.
 */
export function parseEncryptionKeys(value: string): EncryptionKeys {
  const [first = '', ...others] = value.split(',');
  return [textToKey(first, 1), ...others.map((text, index) => textToKey(text, index + 2))];
}

function textToKey(text: string, position: number): Uint8Array {
  const base64 = text.trim();
  if (!keyPattern.test(base64)) {
    throw new Error(
      `Key ${position} is not 32 bytes in base64: make one with "openssl rand -base64 32", and separate several by commas.`,
    );
  }
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

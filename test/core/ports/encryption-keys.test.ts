import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseEncryptionKeys } from '../../../src/core/ports/encryption-keys.ts';

const newKey = randomBytes(32).toString('base64');
const oldKey = randomBytes(32).toString('base64');

describe('encryption keys', () => {
  test('are read from base64, the first first', () => {
    const [first, second] = parseEncryptionKeys(` ${newKey} ,${oldKey}`);
    expect(Buffer.from(first).toString('base64')).toBe(newKey);
    expect(Buffer.from(second ?? []).toString('base64')).toBe(oldKey);
  });

  test.each([
    ['', 1],
    ['correct horse battery staple', 1],
    [`${newKey},`, 2],
    [`${newKey},${oldKey.slice(0, 40)}`, 2],
    [`${newKey}${oldKey}`, 1],
    [randomBytes(16).toString('base64'), 1],
    [randomBytes(32).toString('hex'), 1],
  ])('are refused without being repeated when one is none', (value, position) => {
    const error = (() => {
      try {
        return parseEncryptionKeys(value);
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toEqual(
      new Error(
        `Key ${position} is not 32 bytes in base64: make one with "openssl rand -base64 32", and separate several by commas.`,
      ),
    );
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseEncryptionKeys } from '../../../src/core/ports/encryption-keys.ts';
import type { Installations } from '../../../src/core/ports/installations.ts';
import { StoreLostError } from '../../../src/core/ports/store-lost-error.ts';
import { lasting, openState, startStateKinds } from './state-kinds.ts';
import { readRaw, readRawValue, writeRaw } from './store/raw-store.ts';

const kinds = await startStateKinds();

const newKey = randomBytes(32).toString('base64');
const oldKey = randomBytes(32).toString('base64');

const team = 'T024BE7LD';
const token = ['xo', 'xb', '-not-a-real-token'].join('');
const record = JSON.stringify({ bot: { token, scopes: ['chat:write'] }, note: '« ü 🦀 »' });

async function openInstallations(url: string, keys = newKey): Promise<Installations> {
  const state = await openState(url);
  return state.installations(parseEncryptionKeys(keys));
}

async function whyNot(loading: Promise<string | undefined>): Promise<string> {
  const error: unknown = await loading.catch((reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('The record was loaded');
  expect(error.name).toBe('InstallationError');
  return error.message;
}

describe.each(kinds)('installations kept in $name', ({ freshUrl, survivesRestart }) => {
  test('are loaded as they were saved last, until they are removed', async () => {
    const installations = await openInstallations(await freshUrl());
    expect(await installations.load(team)).toBeUndefined();
    await installations.save(team, record);
    expect(await installations.load(team)).toBe(record);
    await installations.save(team, '{}');
    expect(await installations.load(team)).toBe('{}');
    await installations.remove(team);
    await installations.remove(team);
    expect(await installations.load(team)).toBeUndefined();
  });

  test('are listed by their keys', async () => {
    const installations = await openInstallations(await freshUrl());
    for (const key of [team, 'E0:org', 'T9']) await installations.save(key, record);
    expect(await installations.list()).toEqual(['E0:org', team, 'T9']);
  });

  test(`are ${survivesRestart ? 'there' : 'gone'} when the bot restarts`, async () => {
    const url = await freshUrl();
    const before = await openState(url);
    await before.installations(parseEncryptionKeys(newKey)).save(team, record);
    await before.close();
    const installations = await openInstallations(url);
    expect(await installations.load(team)).toBe(survivesRestart ? record : undefined);
  });

  test('say that the store is lost rather than that there are none', async () => {
    const state = await openState(await freshUrl());
    const installations = state.installations(parseEncryptionKeys(newKey));
    await installations.save(team, record);
    await state.close();
    await expect(installations.load(team)).rejects.toThrow(StoreLostError);
    await expect(installations.save(team, record)).rejects.toThrow(StoreLostError);
    await expect(installations.remove(team)).rejects.toThrow(StoreLostError);
    await expect(installations.list()).rejects.toThrow(StoreLostError);
  });
});

describe.each(lasting(kinds))('installations at rest in $name', ({ freshUrl }) => {
  const space = 'factbot-installations';

  test('show nothing of what is in them, and never look the same twice', async () => {
    const url = await freshUrl();
    const installations = await openInstallations(url);
    await installations.save(team, record);
    const first = await readRawValue(url, space, team);
    await installations.save(team, record);
    expect(await readRawValue(url, space, team)).not.toBe(first);
    const raw = await readRaw(url);
    expect(raw).toContain(team);
    for (const secret of [token, 'chat:write', newKey]) {
      expect(raw).not.toContain(secret);
      expect(raw).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
    }
  });

  test('are read under an older key and encrypted anew under the first', async () => {
    const url = await freshUrl();
    await (await openInstallations(url, oldKey)).save(team, record);
    const before = await readRawValue(url, space, team);
    const rotating = await openInstallations(url, `${newKey}, ${oldKey}`);
    expect(await rotating.load(team)).toBe(record);
    const after = await readRawValue(url, space, team);
    expect(after).not.toBe(before);
    await rotating.load(team);
    expect(await readRawValue(url, space, team)).toBe(after);
    expect(await (await openInstallations(url, newKey)).load(team)).toBe(record);
  });

  test('keep what is saved while an older record is encrypted anew', async () => {
    const url = await freshUrl();
    await (await openInstallations(url, oldKey)).save(team, record);
    const rotating = await openInstallations(url, `${newKey},${oldKey}`);
    await Promise.all([rotating.load(team), rotating.save(team, '{"token":"later"}')]);
    expect(await rotating.load(team)).toBe('{"token":"later"}');
  });

  test('name themselves and the remedy when their key is gone', async () => {
    const url = await freshUrl();
    await (await openInstallations(url, oldKey)).save(team, record);
    const message = await whyNot((await openInstallations(url, newKey)).load(team));
    expect(message).toBe(
      "The installation T024BE7LD can't be read: it was encrypted under a key that INSTALLATION_KEYS no longer holds. Add that key at its end, or let the workspace install the bot again.",
    );
  });

  const untrusted =
    "can't be read: it was changed, damaged or moved in the store. Restore it from a backup, or let the workspace install the bot again.";

  test('are refused in the place of another', async () => {
    const url = await freshUrl();
    const installations = await openInstallations(url);
    await installations.save(team, record);
    await writeRaw(url, space, 'T666', await readRawValue(url, space, team));
    expect(await whyNot(installations.load('T666'))).toBe(`The installation T666 ${untrusted}`);
    expect(await installations.load(team)).toBe(record);
  });

  test.each(['nonce', 'tag', 'text'])('are refused when their %s was changed', async (field) => {
    const url = await freshUrl();
    const installations = await openInstallations(url);
    await installations.save(team, record);
    const raw = JSON.parse(await readRawValue(url, space, team));
    const bytes = Buffer.from(raw.value[field], 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    raw.value[field] = bytes.toString('base64');
    await writeRaw(url, space, team, JSON.stringify(raw));
    expect(await whyNot(installations.load(team))).toBe(`The installation ${team} ${untrusted}`);
  });

  test('are refused under a tag that was cut short', async () => {
    const url = await freshUrl();
    const installations = await openInstallations(url);
    await installations.save(team, record);
    const raw = JSON.parse(await readRawValue(url, space, team));
    raw.value.tag = Buffer.from(raw.value.tag, 'base64').subarray(0, 4).toString('base64');
    await writeRaw(url, space, team, JSON.stringify(raw));
    expect(await whyNot(installations.load(team))).toBe(`The installation ${team} ${untrusted}`);
  });

  test.each([
    ['no JSON', '{"value":'],
    ['unencrypted', JSON.stringify({ value: record })],
    ['nothing', '{"value":null}'],
  ])('are refused when they are %s', async (_, raw) => {
    const url = await freshUrl();
    await writeRaw(url, space, team, raw);
    const installations = await openInstallations(url);
    expect(await whyNot(installations.load(team))).toBe(`The installation ${team} ${untrusted}`);
    await installations.save(team, record);
    expect(await installations.load(team)).toBe(record);
  });
});

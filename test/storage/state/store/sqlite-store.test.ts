import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import Keyv from 'keyv';
import * as vitest from 'vitest';
import { openSqlite } from '../../../../src/storage/state/store/sqlite-store.ts';

const { afterAll, describe } = vitest;
const folder = mkdtempSync(join(tmpdir(), 'factbot-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['a file', join(folder, 'suite.db')],
  ['memory', ':memory:'],
])('SQLite in %s passes the official suite of Keyv', (_, path) => {
  const file = openSqlite(path);
  const createStore = () => file.createStore();
  keyvTestSuite(vitest, Keyv, createStore);
  keyvIteratorTests(vitest, Keyv, createStore);
  afterAll(() => file.close());
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { installationSchema } from '../src/adapters/slack/installation-record.ts';
import { blockGoesWithoutSayingForMs } from '../src/core/bot/admission.ts';
import { buttonsWorkForMs } from '../src/core/ports/kept-answers.ts';
import { settingsSchema } from '../src/core/ports/settings.ts';
import { encryptedTextSchema } from '../src/secrets/encrypted-text.ts';
import { keptAnswerSchema } from '../src/storage/state/kept-answers.ts';
import { changeSchema as claimChangeSchema } from '../src/storage/state/kept-changes.ts';
import { correctionsKeptForMs, entrySchema } from '../src/storage/state/kept-corrections.ts';
import { decisionSchema } from '../src/storage/state/kept-decisions.ts';
import { deliveriesKeptForMs } from '../src/storage/state/kept-deliveries.ts';
import { outboxKeptForMs, recordSchema, waitingSchema } from '../src/storage/state/kept-outbox.ts';
import { headSchema } from '../src/storage/state/kept-packs.ts';
import { presenceSchema } from '../src/storage/state/kept-presence.ts';
import {
  announcementSchema,
  confirmationSchema,
  stateSchema,
} from '../src/storage/state/kept-processes.ts';
import { receiptSchema, receiptsKeptForMs } from '../src/storage/state/kept-receipts.ts';
import { reloadRecord, reloadsKeptForMs } from '../src/storage/state/kept-reloads.ts';
import {
  reportResolutionSchema,
  reportSchema,
  reportsKeptForMs,
} from '../src/storage/state/kept-reports.ts';
import {
  keptAskerSchema,
  requestSchema,
  requestsKeptForMs,
} from '../src/storage/state/kept-requests.ts';
import { setSchema } from '../src/storage/state/kept-sets.ts';
import { changeSchema, settingsChangesKeptForMs } from '../src/storage/state/kept-settings.ts';
import { toldKeptForMs, toldSchema } from '../src/storage/state/kept-told-claims.ts';
import { lastSet } from '../src/storage/state/last-good.ts';
import { secretSchema } from '../src/storage/state/person-keys.ts';
import { announcementsKeptForMs } from '../src/storage/state/store/announcements.ts';
import { userKeySchema } from '../src/storage/state/stored-keys.ts';

interface RecordKind {
  /** Where the code writes it, as `writesIn` says it. */
  readonly writtenBy: readonly string[];
  /** Undefined where the key says all. */
  readonly schema?: z.ZodType;
  /** Fields that are named as a whole. */
  readonly whole?: readonly string[];
  readonly keptForMs?: number;
}

const kinds: Readonly<Record<string, RecordKind>> = {
  'factbot-answers': {
    writtenBy: ['kept-answers.ts: id', 'state.ts: factbot-answers'],
    schema: keptAnswerSchema,
    whole: ['content.draft'],
    keptForMs: buttonsWorkForMs,
  },
  'answers-of': { writtenBy: ['kept-answers.ts: ownerPrefix'], keptForMs: buttonsWorkForMs },
  receipts: {
    writtenBy: [
      'kept-receipts.ts: receipts',
      'kept-receipts.ts: prefix',
      'kept-receipts.ts: keyOf',
    ],
    schema: receiptSchema,
    keptForMs: receiptsKeptForMs,
  },
  told: { writtenBy: ['kept-told-claims.ts: key'], schema: toldSchema, keptForMs: toldKeptForMs },
  corrections: {
    writtenBy: ['kept-corrections.ts: corrections'],
    schema: entrySchema,
    keptForMs: correctionsKeptForMs,
  },
  'outbox item': {
    writtenBy: ['kept-outbox.ts: itemKey'],
    schema: recordSchema,
    keptForMs: outboxKeptForMs,
  },
  'outbox waiting': {
    writtenBy: ['kept-outbox.ts: waitingKey'],
    schema: waitingSchema,
    keptForMs: outboxKeptForMs,
  },
  outbox: { writtenBy: ['kept-outbox.ts: leaseKey'] },
  reports: {
    writtenBy: ['kept-reports.ts: reports'],
    schema: reportSchema,
    keptForMs: reportsKeptForMs,
  },
  'report-resolutions': {
    writtenBy: ['kept-reports.ts: resolutionPrefix'],
    schema: reportResolutionSchema,
    keptForMs: reportsKeptForMs,
  },
  requests: {
    writtenBy: ['kept-requests.ts: requestKey'],
    schema: requestSchema,
    keptForMs: requestsKeptForMs,
  },
  'request-askers': {
    writtenBy: ['kept-requests.ts: askerKey'],
    schema: keptAskerSchema,
    keptForMs: requestsKeptForMs,
  },
  settings: { writtenBy: ['kept-settings.ts: settings'], schema: settingsSchema },
  'settings-changes': {
    writtenBy: ['kept-settings.ts: settings-changes'],
    schema: changeSchema,
    whole: ['before', 'after'],
    keptForMs: settingsChangesKeptForMs,
  },
  communities: { writtenBy: ['kept-presence.ts: communities'], schema: presenceSchema },
  'factbot-installations': {
    writtenBy: ['installations.ts: key', 'state.ts: factbot-installations'],
    schema: encryptedTextSchema,
  },
  blocked: { writtenBy: ['kept-block-list.ts: blocked'] },
  reloads: {
    writtenBy: ['kept-reloads.ts: reloads'],
    schema: reloadRecord,
    keptForMs: reloadsKeptForMs,
  },
  decisions: {
    writtenBy: ['kept-decisions.ts: decisions'],
    schema: decisionSchema,
    whole: ['draft'],
  },
  'claim-sets': { writtenBy: ['kept-sets.ts: setPrefix'], schema: setSchema },
  'claim-set-keeping': { writtenBy: ['kept-sets.ts: keeping'] },
  'claim-set-packs': {
    writtenBy: ['kept-packs.ts: prefix'],
    schema: headSchema,
    whole: ['about'],
  },
  'changes-of': { writtenBy: ['kept-changes.ts: changes-of'], schema: claimChangeSchema },
  'person-secret': { writtenBy: ['person-keys.ts: secretKey'], schema: secretSchema },
  'factbot-facts': {
    writtenBy: ['last-good.ts: key', 'state.ts: factbot-facts'],
    schema: lastSet,
  },
  delivery: { writtenBy: ['kept-deliveries.ts: keyOf'], keptForMs: deliveriesKeptForMs },
  'factbot-uses-user': { writtenBy: ['limits.ts: factbot-uses-user'] },
  'factbot-uses-community': { writtenBy: ['limits.ts: factbot-uses-community'] },
  'factbot-uses-event': { writtenBy: ['limits.ts: factbot-uses-event'] },
  refused: { writtenBy: ['limits.ts: key'], keptForMs: blockGoesWithoutSayingForMs },
  processes: { writtenBy: ['kept-processes.ts: recordPrefix'], schema: stateSchema },
  announcements: {
    writtenBy: ['state.ts: announce'],
    schema: announcementSchema,
    keptForMs: announcementsKeptForMs,
  },
  confirmations: { writtenBy: ['kept-processes.ts: key'], schema: confirmationSchema },
  'factbot-probe': { writtenBy: ['state.ts: factbot-probe', 'limits.ts: factbot-probe-uses'] },
};

const document = readFileSync('docs/privacy.md', 'utf8');

const spansOf = (text = ''): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);

/** The cells of each row, by the record that it is about. */
const rows = new Map(
  document.split('\n').flatMap((line) => {
    const [record = '', ...cells] = line.split('|').slice(1, -1);
    const [name] = spansOf(record);
    return name === undefined ? [] : [[name, cells.map((cell) => cell.trim())] as const];
  }),
);

/** The fields that hold somebody's account, among those of what a schema reads. */
function accountsIn(schema: z.ZodType, whole: readonly string[] = []): readonly string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return fieldsOf(schema, whole).filter((field) => holdsAccount(json, field.split('.')));
}

const account = z.toJSONSchema(userKeySchema).pattern;

function holdsAccount(json: JsonSchema, path: readonly string[]): boolean {
  if (typeof json !== 'object') return false;
  const [name, ...rest] = path;
  const inner = name === undefined ? [] : [json.properties?.[name]];
  const choices = [...(json.anyOf ?? []), ...(json.oneOf ?? []), ...(json.allOf ?? [])];
  if (name === undefined && json.pattern === account) return true;
  return (
    inner.some((each) => holdsAccount(each, rest)) ||
    choices.some((choice) => holdsAccount(choice, path)) ||
    (!Array.isArray(json.items) && holdsAccount(json.items, path))
  );
}

/** The fields of what a schema reads, those inside others behind a dot. */
function fieldsOf(schema: z.ZodType, whole: readonly string[] = []): readonly string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return [...new Set(leavesOf(json, '', whole))].toSorted();
}

type JsonSchema = z.core.JSONSchema.JSONSchema | boolean | undefined;

function leavesOf(json: JsonSchema, path: string, whole: readonly string[]): readonly string[] {
  if (typeof json !== 'object' || whole.includes(path)) return path ? [path] : [];
  const choices = [...(json.anyOf ?? []), ...(json.oneOf ?? []), ...(json.allOf ?? [])];
  if (choices.length > 0) return choices.flatMap((choice) => leavesOf(choice, path, whole));
  if (json.properties) {
    return Object.entries(json.properties).flatMap(([name, inner]) =>
      leavesOf(inner, path ? `${path}.${name}` : name, whole),
    );
  }
  if (json.items && !Array.isArray(json.items)) return leavesOf(json.items, path, whole);
  if (json.additionalProperties) return leavesOf(json.additionalProperties, path, whole);
  return path ? [path] : [];
}

const folder = 'src/storage/state';

/** These write what others give them. */
const means = ['guarded-ledger.ts', 'journal.ts', 'mirror.ts', 'move-into-ledger.ts'];

/** Ways of writing to the store, each with what names the record. */
const ways = [
  /\bledger\.(?:put|add|claim)\(\s*(?:`\$\{)?(\w+)/g,
  /\b(?:keyv|facts)\.set\(\s*(\w+)/g,
  /\bcreate(?:Journal|Mirror)\([^;]*?\bname: '([\w-]+)'/g,
  /['`](factbot-[a-z-]+)/g,
  /\bannouncements\.(announce)\(/g,
];

/** Every place that writes to the store. */
function writes(): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !means.includes(name));
  const found = files.flatMap((name) => {
    const source = readFileSync(`${folder}/${name}`, 'utf8');
    return ways.flatMap((way) => [...source.matchAll(way)].map(([, what]) => `${name}: ${what}`));
  });
  return [...new Set(found)].toSorted();
}

const units = [
  ['year', 365 * 24 * 60 * 60],
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
] as const;

function inWords(ms: number): string {
  const [unit, seconds] = units.find(([, length]) => ms % (length * 1000) === 0) ?? ['second', 1];
  const count = ms / seconds / 1000;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

describe('docs/privacy.md', () => {
  test('has a row for each record that is written, and no other', () => {
    const known = Object.values(kinds).flatMap(({ writtenBy }) => writtenBy);
    expect(writes()).toEqual(known.toSorted());
    expect([...rows.keys()].toSorted()).toEqual(Object.keys(kinds).toSorted());
  });

  test.each(Object.entries(kinds))('names the fields of %s', (name, { schema, whole }) => {
    const [fields] = rows.get(name) ?? [];
    expect(spansOf(fields).toSorted()).toEqual(schema ? fieldsOf(schema, whole) : []);
  });

  test.each(Object.entries(kinds))('says of %s which accounts it holds', (name, kind) => {
    const [, person] = rows.get(name) ?? [];
    const accounts = kind.schema ? accountsIn(kind.schema, kind.whole) : [];
    expect(spansOf(person)).toEqual(expect.arrayContaining([...accounts]));
  });

  test('finds accounts where there are some', () => {
    expect(accountsIn(keptAskerSchema)).toEqual(['asker.user']);
    expect(accountsIn(claimChangeSchema)).toEqual(['by']);
    expect(accountsIn(keptAnswerSchema, ['content.draft'])).toEqual(['content.sharedBy']);
  });

  test.each(Object.entries(kinds))(
    'says of %s whom it names, what for and how long',
    (name, kind) => {
      const [, person, purpose, lifetime] = rows.get(name) ?? [];
      expect([person, purpose, lifetime]).not.toContain('');
      if (kind.keptForMs !== undefined) expect(lifetime).toContain(inWords(kind.keptForMs));
    },
  );

  test('names what is encrypted of an installation', () => {
    const [, encrypted = ''] =
      document.match(/^Encrypted in `text`.*?:([\s\S]*?)\. `user\.id` is/m) ?? [];
    expect(spansOf(encrypted).toSorted()).toEqual(fieldsOf(installationSchema));
  });
});

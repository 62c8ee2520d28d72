import { dayOf } from '../claims/calendar.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { FilesState } from '../claims/first-set.ts';
import { mistakeToText } from '../claims/mistake.ts';
import type { ReloadRecord } from '../claims/reload-history.ts';
import { countedStates } from '../claims/shelf-lists.ts';
import { verdicts } from '../claims/verdict.ts';
import type { ChatConnection } from '../ports/connections.ts';
import type { FeedState } from '../ports/feeds.ts';
import type { ProcessState } from '../ports/processes.ts';
import type { About } from '../texts/about.ts';
import type { Texts } from '../texts/texts.ts';
import { presentPacks } from './present-packs.ts';
import type { Answer, Block } from './reply.ts';

export interface StatusParts {
  /** The set that this process answers from. */
  readonly claims: ClaimSet;
  readonly files: FilesState;
  readonly about: About;
  /** The latest first. */
  readonly reloads: readonly ReloadRecord[];
  readonly connections: readonly ChatConnection[];
  readonly feeds: readonly FeedState[];
  readonly processes: readonly ProcessState[];
  readonly now: Date;
}

/** How the bot is: packs, counts by verdict and verification, last reload, processes, uptime, versions. */
export function presentStatus(
  {
    claims: { count, fingerprint },
    files,
    about,
    reloads,
    connections,
    feeds,
    processes,
    now,
  }: StatusParts,
  t: Texts,
): Answer {
  const counted = count(dayOf(now));
  const last = reloads.find(({ by }) => by !== 'start');
  return {
    tone: files.state === 'broken' ? 'error' : 'neutral',
    title: t('admin.statusTitle'),
    blocks: [
      ...presentFiles(files, t),
      ...presentPacks(
        counted.packs,
        ({ pack, claims }) => ({
          text: t('admin.packLine', { pack: pack.name, claims }),
          detail: [pack.title, ...feedDetails(feeds, pack.name, now, t)].join(' · '),
        }),
        t,
      ),
      ...presentConnections(connections, t),
      ...presentProcesses(processes, fingerprint, t),
      {
        kind: 'fields',
        fields: [
          {
            name: t('admin.byVerdict'),
            value: countsToText(
              verdicts,
              counted.verdicts,
              (verdict) => t(`verdict.${verdict}`),
              t,
            ),
          },
          {
            name: t('admin.byVerification'),
            value: countsToText(
              countedStates,
              counted.states,
              (state) => t(`verification.${state}`),
              t,
            ),
          },
          {
            name: t('admin.lastReload'),
            value: last ? presentRecord(last, t) : t('admin.noReload'),
          },
          {
            name: t('admin.uptime'),
            value: formatDuration(now.getTime() - about.startedAt.getTime()),
          },
          {
            name: t('admin.versions'),
            value: t.list([`factbot ${about.version}`, ...about.runtime]),
          },
        ],
      },
    ],
  };
}

/** Where a pack is fetched from, how old the copy is that is used, and what keeps another one away. */
function feedDetails(
  feeds: readonly FeedState[],
  name: string,
  now: Date,
  t: Texts,
): readonly string[] {
  const feed = feeds.find(({ pack }) => pack === name);
  if (!feed) return [];
  const { site, confirmedAt, trouble } = feed;
  const since = (instant: string): string => formatDuration(now.getTime() - Date.parse(instant));
  return [
    ...(confirmedAt ? [t('admin.feedAge', { site, age: since(confirmedAt) })] : []),
    ...(trouble ? [t('admin.feedTrouble', { age: since(trouble.since), why: trouble.why })] : []),
  ];
}

/** As many mistakes as leave the rest of the status in sight. */
const shownMistakes = 5;

function presentFiles(files: FilesState, t: Texts): readonly Block[] {
  switch (files.state) {
    case 'used':
      return [];
    case 'passed-over':
      return [{ kind: 'text', text: t('admin.filesPassedOver') }];
    case 'broken': {
      const { mistakes } = files;
      const shown = mistakes.slice(0, shownMistakes);
      return [
        {
          kind: 'list',
          heading: t('admin.filesBroken', { mistakes: mistakes.length }),
          ordered: false,
          items: shown.map((mistake) => ({ text: mistakeToText(mistake) })),
          omitted: mistakes.length - shown.length,
        },
      ];
    }
  }
}

function presentConnections(connections: readonly ChatConnection[], t: Texts): readonly Block[] {
  if (connections.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: t('admin.connections'),
      ordered: false,
      items: connections.map(({ name, trouble }) =>
        trouble
          ? {
              text: t('admin.notConnected', { name, at: trouble.nextTryAt }),
              detail: trouble.problem,
            }
          : { text: t('admin.connected', { name }) },
      ),
      omitted: 0,
    },
  ];
}

const refusalTexts = {
  differs: 'admin.notFollowedDiffers',
  broken: 'admin.notFollowedBroken',
} as const;

/** `fingerprint` is that of the set in use here. */
function presentProcesses(
  processes: readonly ProcessState[],
  fingerprint: string,
  t: Texts,
): readonly Block[] {
  if (processes.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: t('admin.processes'),
      ordered: false,
      items: processes.map((process) => {
        const { name, claims, startedAt, isThis, refused } = process;
        const set = process.fingerprint.slice(0, 8);
        const details = [
          ...(isThis ? [t('admin.processHere')] : []),
          ...(process.fingerprint === fingerprint ? [] : [t('admin.processOtherSet')]),
          ...(refused ? [t(refusalTexts[refused])] : []),
        ];
        return {
          text: t('admin.processLine', { name, claims, set, since: startedAt }),
          ...(details.length > 0 && { detail: details.join(' · ') }),
        };
      }),
      omitted: 0,
    },
  ];
}

function countsToText<Key extends string>(
  keys: readonly Key[],
  counts: ReadonlyMap<Key, number>,
  nameOf: (key: Key) => string,
  t: Texts,
): string {
  return keys
    .filter((key) => counts.has(key))
    .map((key) => t('field.line', { name: nameOf(key), value: counts.get(key) ?? 0 }))
    .join(' · ');
}

function presentRecord({ at, by, result, changes }: ReloadRecord, t: Texts): string {
  const results = {
    loaded: t('admin.loaded'),
    failed: t('admin.notLoaded'),
    undone: t('admin.undoneResult'),
  };
  const changed = changes.map(({ added, removed, changed, pack }) =>
    t('admin.change', { added, removed, changed, pack }),
  );
  return t('admin.reloadLine', { at, by, result: [results[result], ...changed] });
}

/** `90061000` → `1 d 1 h 1 min`; below a minute, seconds. */
function formatDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const parts: readonly [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

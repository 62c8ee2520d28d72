import { dayOf } from '../src/core/calendar.ts';
import { type Verdict, verdicts } from '../src/core/claim.ts';
import type { PackChanges } from '../src/core/claim-changes.ts';
import type { Command, CommandContext } from '../src/core/command.ts';
import { formatDuration } from '../src/core/duration.ts';
import type { ReloadOutcome } from '../src/core/library.ts';
import { mistakeToText } from '../src/core/mistake.ts';
import type { ReloadRecord } from '../src/core/reload-history.ts';
import type { Answer, Block } from '../src/core/reply.ts';
import { joinNames, phrase, type Texts } from '../src/core/texts.ts';
import { verificationOn, verificationStates } from '../src/core/verification.ts';

/** For operators: reloads the claims, takes a reload back, tells how the bot is. */
export const factAdmin: Command = {
  name: 'fact-admin',
  description: phrase('command.admin'),
  operatorsOnly: true,
  options: [],
  subcommands: [
    { name: 'reload', description: phrase('command.admin.reload'), options: [] },
    { name: 'undo', description: phrase('command.admin.undo'), options: [] },
    { name: 'status', description: phrase('command.admin.status'), options: [] },
  ],
  visibility: () => 'private',
  async run(context) {
    switch (context.subcommand) {
      case 'reload':
        return presentReload(await context.library.reload(context.user), context.t);
      case 'undo':
        return presentUndo(await context.library.undo(context.user), context.t);
      default:
        return presentStatus(context, await context.library.reloads(5));
    }
  },
};

function presentReload(result: ReloadOutcome, t: Texts): Answer {
  if (result.outcome === 'loaded') {
    return {
      tone: 'neutral',
      title: t('admin.reloadedTitle'),
      blocks: presentChanges(result.changes, t),
    };
  }
  return {
    tone: 'error',
    title: t('admin.failedTitle'),
    blocks: [
      {
        kind: 'list',
        heading: t('admin.failed', { mistakes: result.mistakes.length }),
        ordered: false,
        items: result.mistakes.map((mistake) => ({ text: mistakeToText(mistake) })),
        omitted: 0,
      },
    ],
  };
}

function presentUndo(changes: readonly PackChanges[], t: Texts): Answer {
  return {
    tone: 'neutral',
    title: t('admin.undoneTitle'),
    blocks: [{ kind: 'text', text: t('admin.undone') }, ...presentChanges(changes, t)],
  };
}

function presentChanges(changes: readonly PackChanges[], t: Texts): readonly Block[] {
  if (changes.length === 0) return [{ kind: 'text', text: t('admin.unchanged') }];
  return changes.map(({ pack, added, removed, changed }) => ({
    kind: 'list',
    heading: t('admin.change', {
      pack,
      added: added.length,
      removed: removed.length,
      changed: changed.length,
    }),
    ordered: false,
    items: [
      ...added.map((id) => ({ text: `+ ${id}` })),
      ...removed.map((id) => ({ text: `− ${id}` })),
      ...changed.map((id) => ({ text: `~ ${id}` })),
    ],
    omitted: 0,
  }));
}

function presentStatus(
  { library, about, now, t }: CommandContext,
  reloads: readonly ReloadRecord[],
): Answer {
  const { packs, claims } = library.current;
  const today = dayOf(now);
  const states = Map.groupBy(claims, (claim) => verificationOn(claim, today));
  const byVerdict = Map.groupBy(claims, (claim): Verdict => claim.verdict);
  const last = reloads.find(({ by }) => by !== 'start');
  return {
    tone: 'neutral',
    title: t('admin.statusTitle'),
    blocks: [
      {
        kind: 'list',
        heading: t('admin.packs'),
        ordered: false,
        items: packs.map((pack) => ({
          text: t('admin.packLine', { pack: pack.name, claims: pack.claims.length }),
          detail: pack.title,
        })),
        omitted: 0,
      },
      {
        kind: 'fields',
        fields: [
          {
            name: t('admin.byVerdict'),
            value: counts(verdicts, byVerdict, (verdict) => t(`verdict.${verdict}`)),
          },
          {
            name: t('admin.byVerification'),
            value: counts(verificationStates, states, (state) => t(`verification.${state}`)),
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
            value: [`factbot ${about.version}`, ...about.runtime].join(', '),
          },
        ],
      },
    ],
  };
}

function counts<Key extends string>(
  keys: readonly Key[],
  groups: ReadonlyMap<Key, readonly unknown[]>,
  nameOf: (key: Key) => string,
): string {
  return keys
    .filter((key) => groups.has(key))
    .map((key) => `${nameOf(key)} ${groups.get(key)?.length}`)
    .join(', ');
}

function presentRecord({ at, by, result, changes }: ReloadRecord, t: Texts): string {
  const results = {
    loaded: t('admin.loaded'),
    failed: t('admin.notLoaded'),
    undone: t('admin.undoneResult'),
  };
  const changed = changes.map(({ pack, added, removed, changed }) =>
    t('admin.change', { added, removed, changed, pack }),
  );
  return t('admin.reloadLine', { at, by, result: joinNames([results[result], ...changed]) });
}

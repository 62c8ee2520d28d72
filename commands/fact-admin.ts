import { dayOf } from '../src/core/calendar.ts';
import { type Verdict, verdicts } from '../src/core/claim.ts';
import type { PackChanges } from '../src/core/claim-changes.ts';
import type { Command, CommandContext } from '../src/core/command.ts';
import { formatDuration } from '../src/core/duration.ts';
import type { ReloadOutcome } from '../src/core/library.ts';
import { mistakeToText } from '../src/core/mistake.ts';
import type { ReloadRecord } from '../src/core/reload-history.ts';
import type { Block, Reply } from '../src/core/reply.ts';
import { texts } from '../src/core/texts.ts';
import { verificationOn, verificationStates } from '../src/core/verification.ts';

type Answered = Omit<Reply, 'visibility'>;

/** For operators: reloads the claims, takes a reload back, tells how the bot is. */
export const factAdmin: Command = {
  name: 'fact-admin',
  description: texts.commands.admin.description,
  operatorsOnly: true,
  options: [],
  subcommands: [
    { name: 'reload', description: texts.commands.admin.reload, options: [] },
    { name: 'undo', description: texts.commands.admin.undo, options: [] },
    { name: 'status', description: texts.commands.admin.status, options: [] },
  ],
  visibility: () => 'private',
  async run(context) {
    switch (context.subcommand) {
      case 'reload':
        return presentReload(await context.library.reload(context.user));
      case 'undo':
        return presentUndo(await context.library.undo(context.user));
      default:
        return presentStatus(context, await context.library.reloads(5));
    }
  },
};

function presentReload(result: ReloadOutcome): Answered {
  if (result.outcome === 'loaded') {
    return {
      tone: 'neutral',
      title: texts.admin.reloadedTitle,
      blocks: presentChanges(result.changes),
    };
  }
  return {
    tone: 'error',
    title: texts.admin.failedTitle,
    blocks: [
      {
        kind: 'list',
        heading: texts.admin.failed(result.mistakes.length),
        ordered: false,
        items: result.mistakes.map((mistake) => ({ text: mistakeToText(mistake) })),
        omitted: 0,
      },
    ],
  };
}

function presentUndo(changes: readonly PackChanges[]): Answered {
  return {
    tone: 'neutral',
    title: texts.admin.undoneTitle,
    blocks: [{ kind: 'text', text: texts.admin.undone }, ...presentChanges(changes)],
  };
}

function presentChanges(changes: readonly PackChanges[]): readonly Block[] {
  if (changes.length === 0) return [{ kind: 'text', text: texts.admin.unchanged }];
  return changes.map(({ pack, added, removed, changed }) => ({
    kind: 'list',
    heading: texts.admin.change(added.length, removed.length, changed.length, pack),
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
  { library, about, now }: CommandContext,
  reloads: readonly ReloadRecord[],
): Answered {
  const { packs, claims } = library.current;
  const today = dayOf(now);
  const states = Map.groupBy(claims, (claim) => verificationOn(claim, today));
  const byVerdict = Map.groupBy(claims, (claim): Verdict => claim.verdict);
  const last = reloads.find(({ by }) => by !== 'start');
  return {
    tone: 'neutral',
    title: texts.admin.statusTitle,
    blocks: [
      {
        kind: 'list',
        heading: texts.admin.packsHeading,
        ordered: false,
        items: packs.map((pack) => ({
          text: `${pack.name}: ${texts.admin.packLine(pack.claims.length)}`,
          detail: pack.title,
        })),
        omitted: 0,
      },
      {
        kind: 'fields',
        fields: [
          {
            name: texts.admin.byVerdict,
            value: counts(verdicts, byVerdict, texts.verdicts),
          },
          {
            name: texts.admin.byVerification,
            value: counts(verificationStates, states, texts.verificationStates),
          },
          {
            name: texts.admin.lastReload,
            value: last ? presentRecord(last) : texts.admin.noReload,
          },
          {
            name: texts.admin.uptime,
            value: formatDuration(now.getTime() - about.startedAt.getTime()),
          },
          {
            name: texts.admin.versions,
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
  names: Readonly<Record<Key, string>>,
): string {
  return keys
    .filter((key) => groups.has(key))
    .map((key) => `${names[key]} ${groups.get(key)?.length}`)
    .join(', ');
}

function presentRecord({ at, by, result, changes }: ReloadRecord): string {
  const results = {
    loaded: texts.admin.loaded,
    failed: texts.admin.notLoaded,
    undone: texts.admin.undoneResult,
  };
  const changed = changes.map(({ pack, added, removed, changed }) =>
    texts.admin.change(added, removed, changed, pack),
  );
  return texts.admin.reloadLine(at, by, [results[result], ...changed].join(', '));
}

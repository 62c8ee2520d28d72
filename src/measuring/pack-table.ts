import { joinMatches } from '../core/claims/join-matches.ts';
import type { Match, Matcher, Statement, Strictness } from '../matching/matcher.ts';
import type { Surroundings } from './decision-examples.ts';
import { createRandom } from './random.ts';
import type { Kind, LabelledText, TrainingPack } from './training-packs.ts';

/** What became of a labelled text. */
export type Outcome =
  | 'right'
  | 'needless'
  | 'listed'
  | 'wrong'
  | 'silent'
  /** Answered as if it were the claim, though something that matters differs, or though nothing was checked. */
  | 'answered'
  | 'told';

export interface Observed {
  readonly pack: string;
  readonly text: LabelledText;
  readonly outcome: Outcome;
  readonly confidence: number;
  /** Whether the first of the ranking is a claim that the text makes. */
  readonly isFirstRight: boolean;
}

/** Asks each pack's texts in a store that it is alone in, or shares with the others; and in one beside an archive, as the bot does. */
export function askPacks(
  packs: readonly TrainingPack[],
  where: Exclude<Surroundings, 'dozen'>,
  createMatcher: (statements: readonly Statement[]) => Matcher,
  archive: readonly Statement[],
  strictness: Strictness = 'balanced',
): Observed[] {
  const stores = where === 'alone' ? packs.map((pack) => [pack]) : [packs];
  return stores.flatMap((members) => {
    const own = members.flatMap((pack) =>
      pack.statements.map((statement) => ({ ...statement, id: `${pack.id}/${statement.id}` })),
    );
    const matcher = createMatcher(own);
    const beside = where === 'archive' ? [createMatcher(archive)] : [];
    const match = (text: string): Match =>
      joinMatches([
        matcher.match(text, { strictness }),
        ...beside.map((other) => other.match(text, { strictness })),
      ]);
    return members.flatMap((pack) =>
      pack.texts.map((text) => observe(pack.id, text, match(text.text))),
    );
  });
}

function observe(pack: string, text: LabelledText, match: Match): Observed {
  const first = match.ranking[0]?.id ?? '';
  const isFirstRight = [...text.claims].some((id) => `${pack}/${id}` === first);
  return {
    pack,
    text,
    outcome: outcomeOf(text, match, isFirstRight),
    confidence: match.confidence,
    isFirstRight,
  };
}

function outcomeOf({ kind }: LabelledText, match: Match, isFirstRight: boolean): Outcome {
  if (match.outcome === 'ambiguous') return 'listed';
  if (match.outcome === 'none') return 'silent';
  const isTold = match.differences.length > 0;
  if (kind !== 'same') return isTold ? 'told' : 'answered';
  if (!isFirstRight) return isTold ? 'told' : 'wrong';
  return isTold ? 'needless' : 'right';
}

interface Share {
  readonly share: number;
  /** Bounds of 95 of 100 redrawings of the packs. */
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

const redrawings = 400;

/**
 * How often an outcome came up among texts of a kind; packs are redrawn whole, because their texts are alike. Exported for tests:
 * they guard single figures.
 */
export function shareOf(
  observed: readonly Observed[],
  kind: LabelledText['kind'],
  isCounted: (one: Observed) => boolean,
): Share {
  const byPack = new Map<string, { hits: number; all: number }>();
  for (const one of observed) {
    if (one.text.kind !== kind) continue;
    const count = byPack.get(one.pack) ?? { hits: 0, all: 0 };
    count.all += 1;
    if (isCounted(one)) count.hits += 1;
    byPack.set(one.pack, count);
  }
  const packs = [...byPack.values()];
  const total = (drawn: readonly { hits: number; all: number }[]) => {
    const all = drawn.reduce((sum, one) => sum + one.all, 0);
    return drawn.reduce((sum, one) => sum + one.hits, 0) / (all || 1);
  };
  const random = createRandom(1);
  const drawn = Array.from({ length: redrawings }, () =>
    total(packs.map(() => packs[Math.floor(random() * packs.length)] ?? { hits: 0, all: 0 })),
  ).toSorted((one, other) => one - other);
  return {
    share: total(packs),
    low: drawn[Math.floor(0.025 * redrawings)] ?? 0,
    high: drawn[Math.floor(0.975 * redrawings)] ?? 0,
    of: packs.reduce((sum, { all }) => sum + all, 0),
  };
}

const rows: readonly (readonly [string, LabelledText['kind'], (one: Observed) => boolean])[] = [
  ['right', 'same', ({ outcome }) => outcome === 'right'],
  ['needless difference', 'same', ({ outcome }) => outcome === 'needless'],
  ['listed', 'same', ({ outcome }) => outcome === 'listed'],
  ['wrong claim', 'same', ({ outcome }) => outcome === 'wrong'],
  ['right claim first', 'same', ({ isFirstRight }) => isFirstRight],
  ['different, passed off', 'different', ({ outcome }) => outcome === 'answered'],
  ['different, told', 'different', ({ outcome }) => outcome === 'told'],
  ['unanswerable, answered', 'unanswerable', ({ outcome }) => outcome === 'answered'],
  ['broad, answered', 'broad', ({ outcome }) => outcome === 'answered'],
  ['chatter, answered', 'chatter', ({ outcome }) => outcome === 'answered'],
];

/** One column for each of several askings. */
export function packTable(columns: Readonly<Record<string, readonly Observed[]>>): string[][] {
  const percent = (value: number) => (100 * value).toFixed(1);
  const names = Object.keys(columns);
  return [
    ['%', 'texts', ...names],
    ...rows.map(([name, kind, isCounted]) => {
      const shares = names.map((column) => shareOf(columns[column] ?? [], kind, isCounted));
      return [
        name,
        String(shares[0]?.of ?? 0),
        ...shares.map(
          ({ share, low, high }) => `${percent(share)} (${percent(low)}–${percent(high)})`,
        ),
      ];
    }),
  ];
}

/** The same by style of a `same` and by kind of a `different`, of one asking. */
export function sortTable(observed: readonly Observed[]): string[][] {
  const sorts = new Map<string, { hits: number; told: number; all: number }>();
  for (const { text, outcome } of observed) {
    if (text.sort === undefined) continue;
    const key = `${text.kind} ${text.sort}`;
    const count = sorts.get(key) ?? { hits: 0, told: 0, all: 0 };
    count.all += 1;
    if (outcome === 'right' || outcome === 'answered') count.hits += 1;
    if (outcome === 'needless' || outcome === 'told') count.told += 1;
    sorts.set(key, count);
  }
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(0)} %`;
  return [
    ['', 'texts', 'answered', 'told a difference'],
    ...[...sorts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, { hits, told, all }]) => [
        key,
        String(all),
        percent(hits, all),
        percent(told, all),
      ]),
  ];
}

/** What each level makes of the texts of packs, and how many of 100 straight answers were right. */
export function levelTable(columns: Readonly<Record<Strictness, readonly Observed[]>>): string[][] {
  const percent = (value: number) => (100 * value).toFixed(1);
  return [
    ['level', 'right', 'different passed off', 'unanswerable answered', 'of 100 answers right'],
    ...Object.entries(columns).map(([level, observed]) => {
      const count = (is: (one: Observed) => boolean) => observed.filter(is).length;
      const right = count(({ outcome }) => outcome === 'right');
      const not = count(({ outcome }) => outcome === 'wrong' || outcome === 'answered');
      const share = (kind: Kind, outcome: Outcome) =>
        percent(shareOf(observed, kind, (one) => one.outcome === outcome).share);
      return [
        level,
        share('same', 'right'),
        share('different', 'answered'),
        share('unanswerable', 'answered'),
        percent(right / (right + not || 1)),
      ];
    }),
  ];
}

/** How often answers given with about such a confidence were right, for texts of every kind. */
export function reliabilityTable(observed: readonly Observed[]): string[][] {
  const bins = Array.from({ length: 10 }, () => ({ right: 0, all: 0, sum: 0 }));
  for (const { text, confidence, isFirstRight } of observed) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.all += 1;
    bin.sum += confidence;
    if (text.kind === 'same' && isFirstRight) bin.right += 1;
  }
  return [
    ['confidence', 'texts', 'mean', 'right'],
    ...bins.map(({ right, all, sum }, at) => [
      `${at / 10}–${(at + 1) / 10}`,
      String(all),
      (sum / (all || 1)).toFixed(2),
      (right / (all || 1)).toFixed(2),
    ]),
  ];
}

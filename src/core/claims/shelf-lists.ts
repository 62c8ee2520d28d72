import type { ScoredStatements } from '../../matching/matcher.ts';
import { firstFrom } from '../../packed/first-from.ts';
import { isAmong } from '../../packed/is-among.ts';
import { openPlaces } from '../../packed/packed-places.ts';
import type { Day } from './calendar.ts';
import { dayToNumber, numberToDay, statusAt } from './claim-columns.ts';
import type { ClaimShelf } from './claim-shelf.ts';
import type { Pack } from './pack.ts';
import { packsByPlace, startsOf } from './pack-starts.ts';
import { type Verdict, verdicts } from './verdict.ts';
import {
  hasVerdict,
  stateOn,
  statuses,
  type VerificationState,
  verificationStates,
} from './verification.ts';

export interface ClaimQuery {
  readonly words: string;
  readonly verdict?: Verdict | undefined;
  readonly topic?: string | undefined;
}

/** What was checked here is told from what others say that they have checked. */
export const countedStates = [...verificationStates, 'published'] as const;
export type CountedState = (typeof countedStates)[number];

export interface ClaimCounts {
  /** Those that there are. */
  readonly verdicts: ReadonlyMap<Verdict, number>;
  readonly states: ReadonlyMap<CountedState, number>;
  readonly packs: readonly PackCount[];
}

export interface PackCount {
  readonly pack: Pack;
  readonly claims: number;
  /** The day of the newest check in it; undefined where none is known. */
  readonly checkedOn: Day | undefined;
}

/** `proposed`: the drafts that wait for a second person. */
export type ListedState = VerificationState | 'proposed';

/** Lists and counts over the claims of one shelf that are in some packs. */
export interface ShelfLists {
  /** Topics in use, sorted. */
  topics(): readonly string[];
  /** The claims that pass a query's filters, in pack order. */
  inOrder(query: ClaimQuery): FoundPlaces;
  /** Those of them that have any of its words, with what each counts. */
  forWords(query: ClaimQuery): ScoredStatements;
  /** Places of claims whose id, or pack and id, begin so: at most `most`. */
  named(beginning: string, most: number): readonly number[];
  /** The latest first; no drafts, and none of which it is not known when. */
  latest(what: 'added' | 'corrected', most: number): readonly DatedPlace[];
  /** In pack order. */
  inState(state: ListedState, today: Day): FoundPlaces;
  count(today: Day): ClaimCounts;
  /** How many are no drafts. */
  countPublished(): number;
}

/** Places that were found, of which few are looked at. */
export interface FoundPlaces {
  readonly total: number;
  slice(from: number, count: number): readonly number[];
}

export interface DatedPlace {
  readonly place: number;
  readonly on: Day;
}

type Shelf = Pick<ClaimShelf, 'packs' | 'tables' | 'matcher'>;

/** Opens the lists over the packs of these names; null for all. */
export function openShelfLists({
  packs,
  tables,
  matcher,
}: Shelf): (names: readonly string[] | null) => ShelfLists {
  const { columns } = tables;
  const ids = openPlaces(tables.ids);
  const topics = openPlaces(tables.topics);
  const starts = startsOf(packs);
  const packAt = packsByPlace(starts);
  const draft = statuses.indexOf('draft');

  const hasTopic = (topic: string): Passes => {
    const about = topics.at(topics.find(topic));
    return (place) => isAmong(about, place);
  };
  const hasFound = (verdict: Verdict): Passes => {
    const wanted = verdicts.indexOf(verdict);
    return (place) => columns.verdicts[place] === wanted && hasVerdict(statusAt(columns, place));
  };
  const stateAt = (place: number, today: number): VerificationState => {
    const status = statusAt(columns, place);
    const due = columns.dueOn[place] || undefined;
    return stateOn({ status, due, last: columns.lastOn[place] || undefined }, today);
  };

  return (names) => {
    const isChosen = packs.map(({ name }) => names === null || names.includes(name));
    const isIn: Passes = (place) => isChosen[packAt[place] ?? 0] === true;
    const stretches = isChosen.flatMap((isOn, pack) =>
      isOn ? [{ start: starts[pack] ?? 0, end: starts[pack + 1] ?? 0 }] : [],
    );
    const eachPlace: EachPlace = (visit) => {
      for (const { start, end } of stretches) {
        for (let place = start; place < end; place += 1) visit(place);
      }
    };
    const passesOf = ({ verdict, topic }: ClaimQuery): Passes => {
      const hasItsVerdict = verdict === undefined ? always : hasFound(verdict);
      const hasItsTopic = topic === undefined ? always : hasTopic(topic);
      return (place) => isIn(place) && hasItsVerdict(place) && hasItsTopic(place);
    };

    return {
      topics: () =>
        Array.from({ length: topics.keys.length }, (_, number) => number)
          .filter((number) => names === null || topics.at(number).some(isIn))
          .map(topics.keys.at),
      inOrder(query) {
        const { verdict, topic } = query;
        if (topic !== undefined) {
          return filtered((visit) => topics.at(topics.find(topic)).forEach(visit), passesOf(query));
        }
        return verdict === undefined ? allOf(stretches) : filtered(eachPlace, passesOf(query));
      },
      forWords: (query) => matcher.search(query.words, passesOf(query)),
      named(beginning, most) {
        const found: number[] = [];
        const [pack = '', id] = beginning.split('/', 2);
        const isNamed: Passes = (place) =>
          isIn(place) && (id === undefined || packs[packAt[place] ?? 0]?.name === pack);
        const part = id ?? pack;
        for (let number = firstFrom(ids.keys, part); found.length < most; number += 1) {
          if (number >= ids.keys.length || !ids.keys.at(number).startsWith(part)) break;
          found.push(...[...ids.at(number)].filter(isNamed));
        }
        return found.slice(0, most);
      },
      latest(what, most) {
        const days = what === 'added' ? columns.addedOn : columns.correctedOn;
        const dayAt = (place: number): number => days[place] ?? 0;
        const newest: number[] = [];
        let least = 0;
        eachPlace((place) => {
          if (dayAt(place) <= least || columns.statuses[place] === draft) return;
          const later = newest.findIndex((other) => dayAt(other) < dayAt(place));
          newest.splice(later < 0 ? newest.length : later, 0, place);
          newest.length = Math.min(newest.length, most);
          least = newest.length < most ? 0 : dayAt(newest[most - 1] ?? 0);
        });
        return newest.flatMap((place) => {
          const on = numberToDay(dayAt(place));
          return on ? [{ place, on }] : [];
        });
      },
      inState(state, today) {
        const now = dayToNumber(today);
        const isIt: Passes =
          state === 'proposed'
            ? (place) => columns.proposed[place] === 1
            : (place) => stateAt(place, now) === state;
        return filtered(eachPlace, isIt);
      },
      countPublished: () => filtered(eachPlace, (place) => columns.statuses[place] !== draft).total,
      count(today) {
        const now = dayToNumber(today);
        const byVerdict = new Uint32Array(verdicts.length);
        const byState = new Uint32Array(countedStates.length);
        const newest = new Int32Array(packs.length);
        eachPlace((place) => {
          const pack = packAt[place] ?? 0;
          newest[pack] = Math.max(newest[pack] ?? 0, columns.checkedOn[place] ?? 0);
          const verdict = columns.verdicts[place] ?? 0;
          byVerdict[verdict] = (byVerdict[verdict] ?? 0) + 1;
          const state = countedStates.indexOf(countedAs(stateAt(place, now), packs[pack]));
          byState[state] = (byState[state] ?? 0) + 1;
        });
        return {
          verdicts: counted(verdicts, byVerdict),
          states: counted(countedStates, byState),
          packs: packs.flatMap((pack, number) =>
            isChosen[number]
              ? [{ pack, claims: pack.claims.length, checkedOn: numberToDay(newest[number] ?? 0) }]
              : [],
          ),
        };
      },
    };
  };
}

function countedAs(state: VerificationState, pack: Pack | undefined): CountedState {
  return state === 'verified' && pack?.file !== undefined ? 'published' : state;
}

type Passes = (place: number) => boolean;
type EachPlace = (visit: (place: number) => void) => void;

const always: Passes = () => true;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function allOf(stretches: readonly Stretch[]): FoundPlaces {
  return {
    total: stretches.reduce((sum, { start, end }) => sum + end - start, 0),
    slice(from, count) {
      const found: number[] = [];
      let before = 0;
      for (const { start, end } of stretches) {
        const first = start + Math.max(0, from - before);
        for (let place = first; place < end && found.length < count; place += 1) found.push(place);
        before += end - start;
      }
      return found;
    },
  };
}

function filtered(eachPlace: EachPlace, passes: Passes): FoundPlaces {
  let total = 0;
  eachPlace((place) => {
    if (passes(place)) total += 1;
  });
  return {
    total,
    slice(from, count) {
      const found: number[] = [];
      let passed = 0;
      eachPlace((place) => {
        if (found.length === count || !passes(place)) return;
        if (passed >= from) found.push(place);
        passed += 1;
      });
      return found;
    },
  };
}

/** Those of which there are some. */
function counted<Key>(keys: readonly Key[], counts: Uint32Array): ReadonlyMap<Key, number> {
  return new Map(
    keys.flatMap((key, at) => {
      const count = counts[at] ?? 0;
      return count > 0 ? [[key, count] as const] : [];
    }),
  );
}

import type { Finding, Span } from './finding.ts';
import { irregularForms } from './irregular-forms.ts';
import { multiples } from './number-words.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isSpeechVerb } from './speaker.ts';

/** Longest text, in words: the comparison of all pairs of stretches is quadratic. */
const mostWords = 60;

/**
 * Two stretches of the claim have changed places while the words between them stay: "more whites than blacks" for "more
 * blacks than whites", "debt tripled under A and doubled under B" for the reverse. Each must stand in the grammar of the
 * other, since "A was hit by B" says the same as "B hit A".
 */
export function compareExchanges(asked: Reading, { main, wordings }: CheckedReading): Finding[] {
  if (asked.words.length > mostWords || main.words.length > mostWords) return [];
  const blocks = blocksOf(asked, main);
  for (const x of blocks) {
    for (const y of blocks.slice(blocks.indexOf(x) + 1)) {
      if (y.asked.order > x.asked.order || !areExchanged(x, y, blocks, asked, main)) continue;
      const stems = [y, x].map(({ main: { from } }) => main.words[from]?.stem ?? '');
      if (wordings.some((wording) => isInOrder(wording, stems))) continue;
      return [
        {
          kind: 'role',
          asked: spanOf(asked, y.asked, x.asked),
          checked: spanOf(main, x.main, y.main),
        },
      ];
    }
  }
  return [];
}

/** A stretch of shared words in one text; `order` counts the stretches. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly order: number;
}

interface Block {
  readonly main: Stretch;
  readonly asked: Stretch;
}

/** The shared content words that each text has once, in stretches that have the same order on both sides. */
function blocksOf(asked: Reading, main: Reading): Block[] {
  const askedAt = uniqueWords(asked);
  const shared = [...uniqueWords(main)].flatMap(([stem, at]) => {
    const other = askedAt.get(stem);
    return other === undefined ? [] : [{ main: at, asked: other }];
  });
  if (
    shared.length < 2 ||
    shared.every((word, index) => word.asked > (shared[index - 1]?.asked ?? -1))
  )
    return [];
  const sorted = shared.map((word) => word.asked).sort((a, b) => a - b);
  const rank = new Map(sorted.map((at, index) => [at, index]));
  const runs: (typeof shared)[] = [];
  for (const word of shared) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last && (rank.get(word.asked) ?? 0) === (rank.get(last.asked) ?? 0) + 1;
    if (run && follows) run.push(word);
    else runs.push([word]);
  }
  const askedOrder = runs.map((run) => run[0]?.asked ?? 0).sort((a, b) => a - b);
  return runs.map((run, order) => {
    const ends = [run[0], run.at(-1)];
    return {
      main: { from: ends[0]?.main ?? 0, to: ends[1]?.main ?? 0, order },
      asked: {
        from: ends[0]?.asked ?? 0,
        to: ends[1]?.asked ?? 0,
        order: askedOrder.indexOf(ends[0]?.asked ?? 0),
      },
    };
  });
}

/** Stem → index of the content words that stand in a text once; numbers are compared elsewhere. */
function uniqueWords({ words, isContent, isNumber }: Reading): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, { stem, folded }] of words.entries()) {
    if (isNumber[at] ? !multiples.has(folded) : !(isContent[at] || isSpeechVerb(stem))) continue;
    if (found.has(stem)) twice.add(stem);
    else found.set(stem, at);
  }
  for (const stem of twice) found.delete(stem);
  return found;
}

function areExchanged(
  x: Block,
  y: Block,
  blocks: readonly Block[],
  asked: Reading,
  main: Reading,
): boolean {
  const swapped = (block: Block | undefined) => (block === x ? y : block === y ? x : block);
  const at = (side: 'main' | 'asked', block: Block, step: number) =>
    blocks.find((other) => other[side].order === block[side].order + step);
  const takes = (one: Block, other: Block) =>
    [-1, 1].some((step) => swapped(at('main', one, step)) === at('asked', other, step));
  if (!takes(x, y) || !takes(y, x) || !hasPivot(x, y, blocks, asked, main)) return false;
  if (sentenceOf(asked, x.asked) !== sentenceOf(asked, y.asked)) return false;
  return (
    markOf(main, x.main, blocks, 'main') === markOf(asked, y.asked, blocks, 'asked') &&
    markOf(main, y.main, blocks, 'main') === markOf(asked, x.asked, blocks, 'asked')
  );
}

const joints = new Set('than because after before when while over under against'.split(' '));

/** Something stands between both on both sides: a shared word, or a joint like "than". */
function hasPivot(
  x: Block,
  y: Block,
  blocks: readonly Block[],
  asked: Reading,
  main: Reading,
): boolean {
  const between = blocks.some(
    (block) =>
      block.main.order > x.main.order &&
      block.main.order < y.main.order &&
      block.asked.order > y.asked.order &&
      block.asked.order < x.asked.order &&
      isPassive(main, block.main.from) === isPassive(asked, block.asked.from),
  );
  if (between) return true;
  const jointIn = ({ words }: Reading, from: number, to: number) =>
    words.slice(from + 1, to).find(({ folded }) => joints.has(folded))?.folded;
  const joint = jointIn(main, x.main.to, y.main.from);
  return joint !== undefined && joint === jointIn(asked, y.asked.to, x.asked.from);
}

/** "Was fired", "being sued". */
function isPassive({ words }: Reading, at: number): boolean {
  const folded = words[at]?.folded ?? '';
  if (!folded.endsWith('ed') && !irregularForms.has(folded)) return false;
  return words
    .slice(Math.max(0, at - 2), at)
    .some((word) => /^(?:is|are|was|were|be|been|being|get|gets|got)$/.test(word.folded));
}

const prepositions = new Set(
  'by of to from in on with for at against than over under after before into onto through about as because'.split(
    ' ',
  ),
);

/** The preposition that leads a stretch, and whether it owns what follows: its place in the grammar, roughly. */
function markOf(
  reading: Reading,
  { from, to }: Stretch,
  blocks: readonly Block[],
  side: 'main' | 'asked',
): string {
  const { words } = reading;
  const owns = words[to]?.possessive ? "'s" : '';
  for (let at = from - 1; at >= from - 4; at--) {
    const word = words[at];
    if (!word || word.sentence !== words[from]?.sentence) break;
    if (prepositions.has(word.folded)) return word.folded + owns;
    if (blocks.some((block) => block[side].from <= at && at <= block[side].to)) break;
  }
  return owns;
}

function sentenceOf({ words }: Reading, { from }: Stretch): number | undefined {
  return words[from]?.sentence;
}

function isInOrder({ words }: Reading, [first, second]: readonly string[]): boolean {
  const at = words.findIndex(({ stem }) => stem === first);
  return at >= 0 && words.some(({ stem }, index) => index > at && stem === second);
}

function spanOf(reading: Reading, first: Stretch, second: Stretch): Span {
  return { reading, from: first.from, to: second.to };
}

import { factors } from '../amounts/number-words.ts';
import { irregularForms } from '../text/irregular-forms.ts';
import { type Block, blocksOf, type Stretch } from './blocks.ts';
import type { Finding, Span } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** Longest text, in words: the comparison of all pairs of stretches is quadratic. */
const mostWords = 60;

/**
 * Two stretches of the claim have changed places while the words between them stay: "more whites than blacks" for "more
 * blacks than whites", "debt tripled under A and doubled under B" for the reverse. Each must stand in the grammar of the
 * other, since "A was hit by B" says the same as "B hit A".
 */
export function compareSwappedArguments(
  asked: Reading,
  { main, wordings }: CheckedReading,
): Finding[] {
  if (asked.words.length > mostWords || main.words.length > mostWords) return [];
  if (!isInDisorder(asked, main)) return [];
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

/** Whether some shared word comes earlier than one that stands before it in the claim: mostly none does. */
function isInDisorder({ words, isContent }: Reading, main: Reading): boolean {
  let last = -1;
  for (let index = 0; index < words.length; index++) {
    const { stem = '', folded = '' } = words[index] ?? {};
    if (!isContent[index] || !(main.stems.has(stem) || factors.has(folded))) continue;
    const at = main.words.findIndex((word) => word.stem === stem);
    if (at >= 0 && at < last) return true;
    last = Math.max(last, at);
  }
  return false;
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
  if (isListed(main, x.main, y.main) || [x, y].some((block) => turnsPassive(block, asked, main)))
    return false;
  if (!takes(x, y) || !takes(y, x) || !hasPivot(x, y, blocks, asked, main)) return false;
  if (sentenceOf(asked, x.asked) !== sentenceOf(asked, y.asked)) return false;
  return (
    markOf(main, x.main, blocks, 'main') === markOf(asked, y.asked, blocks, 'asked') &&
    markOf(main, y.main, blocks, 'main') === markOf(asked, x.asked, blocks, 'asked')
  );
}

/** "Earth, Venus and Jupiter": a list has no order. */
function isListed({ words, isContent }: Reading, x: Stretch, y: Stretch): boolean {
  const between = words.slice(x.to + 1, y.from);
  const plain = between.every(
    ({ folded }, at) => isContent[x.to + 1 + at] || /^(?:and|or|nor|the|a|an)$/.test(folded),
  );
  const parted = words[x.to]?.clause !== words[y.from]?.clause;
  return plain && (parted || between.some(({ folded }) => /^(?:and|or|nor)$/.test(folded)));
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
  const between = blocks.filter(
    (block) =>
      block.main.order > x.main.order &&
      block.main.order < y.main.order &&
      block.asked.order > y.asked.order &&
      block.asked.order < x.asked.order,
  );
  // "Was penned by" turns "penned" round as a whole.
  if (
    between.some((block) => isPassive(main, block.main.from) !== isPassive(asked, block.asked.from))
  )
    return false;
  if (between.length > 0) return true;
  const jointIn = ({ words }: Reading, from: number, to: number) =>
    words.slice(from + 1, to).find(({ folded }) => joints.has(folded))?.folded;
  const joint = jointIn(main, x.main.to, y.main.from);
  return joint !== undefined && joint === jointIn(asked, y.asked.to, x.asked.from);
}

/** "Penned by" for "penned". */
function turnsPassive(block: Block, asked: Reading, main: Reading): boolean {
  const leadsBy = ({ words }: Reading, { to }: Stretch) => words[to + 1]?.folded === 'by';
  return leadsBy(asked, block.asked) !== leadsBy(main, block.main);
}

/** "Was fired", "being sued". */
function isPassive({ words }: Reading, at: number): boolean {
  const folded = words[at]?.folded ?? '';
  if (!folded.endsWith('ed') && !irregularForms.has(folded)) return false;
  return /^(?:is|are|was|were|be|been|being|get|gets|got)$/.test(words[at - 1]?.folded ?? '');
}

const prepositions = new Set(
  'by of to from in on with for at against than over under after before into onto through about as because among between within during near around via'.split(
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
  for (let at = from - 1; at >= 0; at--) {
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

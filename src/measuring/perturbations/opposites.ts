import { type Perturbation, replaceOne } from './perturbation.ts';

const pairs =
  `increased decreased; increase decrease; rose fell; rising falling; raised lowered; more less; higher lower; highest lowest;
  largest smallest; first last; before after; won lost; supports opposes; supported opposed; support oppose; hired fired; banned allowed;
  ban allow; legal illegal; longer shorter; older younger; oldest youngest; most fewest; started stopped; begin end; began ended;
  accepted rejected; approved rejected; convicted acquitted; guilty innocent; arrested released; bought sold; safe dangerous;
  dangerous harmless; causes prevents; caused prevented; cause prevent; alive dead; born died; married divorced; male female; left right;
  north south; northern southern; open closed; opened closed; created destroyed; added removed; richest poorest; best worst; hot cold;
  strongest weakest; pro-life pro-choice; liberal conservative; democrat republican; democratic republican; mother father; son daughter;
  brother sister; husband wife; man woman; men women; boy girl; king queen`
    .split(';')
    .map((pair) => pair.trim().split(' '));
const opposite = new Map(pairs.flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const]));

/** The other way: "rose" → "fell", "first" → "last". */
export const oppositeWord: Perturbation = {
  name: 'direction',
  kinds: ['direction', 'object', 'name', 'comparison', 'quantifier', 'number'],
  apply: (text, random) =>
    replaceOne(
      text,
      // "No shorter" is nothing that anybody says.
      new RegExp(`(?<!\\bno )\\b(?:${[...opposite.keys()].join('|')})\\b`, 'g'),
      ([word]) => opposite.get(word),
      random,
    ),
};

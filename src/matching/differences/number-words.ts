import { foreignMagnitudes } from '../text/magnitudes.ts';
import { stemOf } from './stem.ts';

const listed = (words: string, first: number, step = 1): [string, number][] =>
  words.split(' ').map((word, index) => [word, first + index * step]);

/** Words that add up: "thirty" + "one". */
export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...listed(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
    0,
  ),
  ...listed('sixteen seventeen eighteen nineteen', 16),
  ...listed('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
]);

/** Words that multiply what stands before them. */
export const magnitudes: ReadonlyMap<string, number> = new Map([
  ...foreignMagnitudes,
  ['hundred', 100],
  ['hundreds', 100],
  ['dozen', 12],
  ['thousand', 1e3],
  ['thousands', 1e3],
  ['k', 1e3],
  ['grand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['millions', 1e6],
  ['mil', 1e6],
  ['mill', 1e6],
  ['mio', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['billions', 1e9],
  ['bil', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['trillions', 1e12],
  ['tn', 1e12],
  ['t', 1e12],
]);

/** "a third", "two fifths", "half". */
export const fractions: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['halves', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['3rd', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fourth', 1 / 4],
  ['fourths', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['sixth', 1 / 6],
  ['sixths', 1 / 6],
  ['eighth', 1 / 8],
  ['eighths', 1 / 8],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
]);

export const ordinals: ReadonlyMap<string, number> = new Map(
  listed('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth', 1),
);

/** "once", "twice as many", "doubled". */
export const multiples: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
  ['double', 2],
  ['doubled', 2],
  ['thrice', 3],
  ['triple', 3],
  ['tripled', 3],
  ['quadruple', 4],
  ['quadrupled', 4],
]);

/** Words before a number that say on which side of it the truth lies. */
export const bounds: ReadonlyMap<string, 'over' | 'under' | 'about'> = new Map([
  ['more than', 'over'],
  ['greater than', 'over'],
  ['higher than', 'over'],
  ['at least', 'over'],
  ['no less than', 'over'],
  ['no fewer than', 'over'],
  ['not less than', 'over'],
  ['over', 'over'],
  ['above', 'over'],
  ['exceeding', 'over'],
  ['exceeded', 'over'],
  ['upwards of', 'over'],
  ['minimum of', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['lower than', 'under'],
  ['smaller than', 'under'],
  ['at most', 'under'],
  ['no more than', 'under'],
  ['not more than', 'under'],
  ['up to', 'under'],
  ['as many as', 'under'],
  ['as much as', 'under'],
  ['under', 'under'],
  ['below', 'under'],
  ['nearly', 'under'],
  ['almost', 'under'],
  ['maximum of', 'under'],
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['some', 'about'],
  ['like', 'about'],
  ['circa', 'about'],
  ['close to', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
]);

/** Units that a number may be given in, one family a line; the same number of another unit is another amount. */
const unitFamilies = `
second minute hour day week month year decade century
millimetre millimeter mm centimetre centimeter cm metre meter kilometre kilometer km mile foot feet inch yard
gram kilogram kg pound ton tonne ounce
celsius fahrenheit
litre liter gallon pint
dollar euro pound rupee yen cent`;

/** Stem of a unit → its family. */
export const measures: ReadonlyMap<string, number> = new Map(
  unitFamilies
    .trim()
    .split('\n')
    .flatMap((family, index) => family.split(' ').map((unit) => [stemOf(unit), index] as const)),
);

/** Two spellings of one unit. */
export const sameUnits: ReadonlyMap<string, string> = new Map(
  'mm millimetre; millimeter millimetre; cm centimetre; centimeter centimetre; meter metre; kilometer kilometre; km kilometre; ton tonne; kg kilogram; liter litre'
    .split('; ')
    .map((pair) => {
      const [written = '', unit = ''] = pair.split(' ').map(stemOf);
      return [written, unit] as const;
    }),
);

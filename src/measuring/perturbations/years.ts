import { type Perturbation, pick, replaceOne } from './perturbation.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Another year: "in 2017" → "in 2021". */
export const otherYear: Perturbation = {
  name: 'year',
  kinds: ['date'],
  apply: (text, random) =>
    replaceOne(
      text,
      /(?<![\w$.,/-])(?:19|20)\d\d(?![\w%/]|[.,]\d)(?! (?:people|dollars|miles|troops|jobs|votes))/g,
      ([year]) => String(Number(year) + (pick([-11, -4, -2, -1, 1, 2, 3, 4], random) ?? 1)),
      random,
    ),
};

/** Another month: "February 2018" → "June 2018". */
export const otherMonth: Perturbation = {
  name: 'month',
  kinds: ['date'],
  apply: (text, random) =>
    replaceOne(
      text,
      new RegExp(`\\b(?:${months.join('|')})\\b(?= \\d{1,4}\\b)`, 'g'),
      ([month]) =>
        pick(
          months.filter((other) => other !== month),
          random,
        ),
      random,
    ),
};

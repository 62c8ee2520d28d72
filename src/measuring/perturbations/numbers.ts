import { type Perturbation, pick, type Random, replaceOne } from './perturbation.ts';

const words =
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety'.split(
    ' ',
  );

/** Another amount: "562" → "526", "$1.45 million" → "$2.9 million", "three" → "seven". */
export const otherNumber: Perturbation = {
  name: 'number',
  kinds: ['number'],
  apply(text, random) {
    const digits =
      /(?<![\w.,:/-]|\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\p{L}*\.? )([$€£]?)(\d+(?:,\d{3})*(?:\.\d+)?)(%?)(?![\w:/]|-\d|[.,]\d)(?! (?:January|February|March|April|May|June|July|August|September|October|November|December))/gu;
    const spelled = new RegExp(`\\b(?:${words.join('|')})\\b(?=\\s+\\p{Ll})`, 'gu');
    const byDigits = replaceOne(
      text,
      digits,
      ([whole, sign = '', number = '', percent = '']) => {
        if (sign === '' && percent === '' && /^(?:1[5-9]|20)\d\d$/.test(number)) return undefined;
        const changed = otherAmount(number, random);
        return changed === undefined ? whole : `${sign}${changed}${percent}`;
      },
      random,
    );
    if (byDigits !== undefined) return byDigits;
    return replaceOne(
      text,
      spelled,
      (match) =>
        pick(
          words.filter((word) => word !== match[0]),
          random,
        ),
      random,
    );
  },
};

function otherAmount(number: string, random: Random): string | undefined {
  const value = Number(number.replaceAll(',', ''));
  if (!Number.isFinite(value)) return undefined;
  const decimals = number.split('.')[1]?.length ?? 0;
  const ways = [
    value * 2,
    value * 10,
    value + (value < 20 ? 3 : Math.ceil(value / 7)),
    swapDigits(value),
  ];
  const other = pick(
    ways.filter((way) => way !== value && way > 0),
    random,
  );
  if (other === undefined) return undefined;
  const written = other.toFixed(decimals);
  return number.includes(',') ? written.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',') : written;
}

function swapDigits(value: number): number {
  const digits = String(value);
  return /^\d{2,}$/.test(digits)
    ? Number(digits.slice(0, -2) + digits.at(-1) + digits.at(-2))
    : value;
}

/** What sort of amount a question leaves open. */
export type OpenAmount = 'count' | 'share' | 'any';

/** Further on "how much" belongs to what is told: "he wants judges to hear how much prison costs". */
const opening =
  /^(?:\S+\s+){0,4}?(?:how (many|much(?! of)|old|tall|big|long|far|rich)|what (?:percent|share))/i;

/** Whether a text asks for an amount, for a claim to fill in. */
export function openAmount(text: string): OpenAmount | undefined {
  const [asked, kind] = opening.exec(text.trim()) ?? [];
  if (asked === undefined) return undefined;
  if (kind === undefined) return 'share';
  return kind.toLowerCase() === 'many' ? 'count' : 'any';
}

const share = /\d[\d.,]*\s?(?:%|per ?cent\b)|\b(?:half|third|quarter|fifth|tenth)s?\b/i;
const inWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twice|dozens?|hundreds?|thousands?|millions?|billions?)\b/i;
/** A number that is no year. */
const inFigures = /(?<![\d.,])(?!(?:19|20)\d\d(?![\d.,]*\d))\d[\d.,]*/;

/** How well a statement fills in such an amount: 0 where it gives none, 1 where it gives one of another sort. */
export function fitOf(statement: string, amount: OpenAmount): 0 | 1 | 2 {
  const isShare = share.test(statement);
  const isCount = inFigures.test(statement.replace(share, '')) || inWords.test(statement);
  if (!isShare && !isCount) return 0;
  return (amount === 'share' && !isShare) || (amount === 'count' && !isCount) ? 1 : 2;
}

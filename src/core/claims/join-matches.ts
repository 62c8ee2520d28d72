import type { Match } from '../../matching/matcher.ts';

/** By so much, in log-odds, must the answer of a later shelf be surer to go before that of an earlier one. */
const clearlySurer = 1;

/** Beyond this, of two answers that are right as often, a larger store says that it is surer of its own. */
const surest = 0.95;

/**
 * What several shelves found for one text, as one match. The answer is that of the first shelf which says the most: the claim
 * itself, then one that is close, then several of which one may be meant; between two that say as much it is the earlier
 * shelf's, unless the later one is clearly surer of another claim. Where none answers, what each has near is named, in that order.
 * @param matches one at least, in the order of their shelves
 * @param sayTheSame whether two claims, by their ids, are put in the same words
 */
export function joinMatches(
  matches: readonly [Match, ...Match[]],
  sayTheSame: SayTheSame = () => false,
): Match {
  const [first, ...others] = matches;
  return others.reduce((earlier, later) => joinTwo(earlier, later, sayTheSame), first);
}

type SayTheSame = (one: string, other: string) => boolean;

function joinTwo(earlier: Match, later: Match, sayTheSame: SayTheSame): Match {
  const [ahead, behind] = goesFirst(later, earlier, sayTheSame)
    ? [later, earlier]
    : [earlier, later];
  if (ahead.outcome !== 'none') {
    return { ...ahead, ranking: [...ahead.ranking, ...behind.ranking] };
  }
  const nearOf = ({ ranking, near }: Match) => ranking.slice(0, near);
  const farOf = ({ ranking, near }: Match) => ranking.slice(near);
  return {
    ...ahead,
    ranking: [...nearOf(ahead), ...nearOf(behind), ...farOf(ahead), ...farOf(behind)],
    near: ahead.near + behind.near,
  };
}

function goesFirst(later: Match, earlier: Match, sayTheSame: SayTheSame): boolean {
  const said = saysHowMuch(later) - saysHowMuch(earlier);
  if (said !== 0) return said > 0;
  const surer = logOdds(later.confidence) - logOdds(earlier.confidence);
  const [one, other] = [earlier.ranking[0], later.ranking[0]];
  return surer > clearlySurer && !(one && other && sayTheSame(one.id, other.id));
}

function saysHowMuch({ outcome, differences }: Match): number {
  switch (outcome) {
    case 'match':
      return differences.length === 0 ? 3 : 2;
    case 'ambiguous':
      return 1;
    case 'none':
      return 0;
  }
}

function logOdds(confidence: number): number {
  const probability = Math.min(confidence, surest);
  return Math.log(probability / (1 - probability));
}

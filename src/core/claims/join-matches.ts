import type { Match } from '../../matching/matcher.ts';

/** By so much, in log-odds, must the answer of a later shelf be surer to go before that of an earlier one. */
const clearlySurer = 1;

/** Beyond this, of two answers that are right as often, a larger store says that it is surer of its own. */
const surest = 0.9;

/**
 * What several shelves found for one text, as one match. The answer is that of the first shelf which says the most: the claim
 * itself, then one that is close, then several of which one may be meant; between two that say as much it is the earlier
 * shelf's, unless the later one is clearly surer. Where none answers, what each has near is named, in that order.
 * @param matches one at least, in the order of their shelves
 */
export function joinMatches(matches: readonly [Match, ...Match[]]): Match {
  const [first, ...others] = matches;
  return others.reduce(joinTwo, first);
}

function joinTwo(earlier: Match, later: Match): Match {
  const [ahead, behind] = goesFirst(later, earlier) ? [later, earlier] : [earlier, later];
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

function goesFirst(later: Match, earlier: Match): boolean {
  const said = saysHowMuch(later) - saysHowMuch(earlier);
  const surer = logOdds(later.confidence) - logOdds(earlier.confidence);
  return said > 0 || (said === 0 && surer > clearlySurer);
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

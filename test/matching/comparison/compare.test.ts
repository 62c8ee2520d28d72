import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/matching/comparison/compare.ts';
import type { Statement } from '../../../src/matching/matcher.ts';

/** "kind: asked ≠ checked", one a line. */
function differences(asked: string, claim: Statement | string): string[] {
  const statement = typeof claim === 'string' ? { id: 'claim', text: claim } : claim;
  return compare(asked, statement).differences.map(
    (difference) => `${difference.kind}: ${difference.asked} ≠ ${difference.checked}`,
  );
}

describe('numbers', () => {
  const homicides = 'Philadelphia recorded 562 homicides in 2021.';
  const money = 'George Soros put $1.45 million into backing Larry Krasner.';

  test.each([
    ['Philadelphia recorded 526 homicides in 2021.', homicides, ['number: 526 ≠ 562']],
    ['philly had five hundred homicides in 2021', homicides, ['number: five hundred ≠ 562']],
    ['soros put 1.54m behind krasner', money, ['number: 1.54m ≠ $1.45 million']],
  ])('%s', (asked, claim, expected) => {
    expect(differences(asked, claim)).toEqual(expected);
  });

  test.each(['$1.45M', '1.45 million dollars', '1,450,000', '1.45m', '1.45 mil', '$1,450,000'])(
    'reads %s as $1.45 million',
    (amount) => {
      expect(differences(`did soros put ${amount} into krasner`, money)).toEqual([]);
    },
  );
});

import type { ClaimSet } from './claim-set.ts';
import type { Pack } from './pack.ts';

/**
 * Questions to try, of the packs in turn. The pack with the most topics begins: what it is about is known to the most
 * people.
 */
export function exampleQuestions({
  packs,
  only,
}: Pick<ClaimSet, 'packs' | 'only'>): readonly string[] {
  const countTopics = ({ name }: Pack): number => only([name]).topics().length;
  const byTopics = packs
    .filter(({ examples }) => examples)
    .toSorted((one, other) => countTopics(other) - countTopics(one));
  const most = Math.max(0, ...byTopics.map(({ examples = [] }) => examples.length));
  return Array.from({ length: most }, (_, round) =>
    byTopics.flatMap(({ examples = [] }) => examples.slice(round, round + 1)),
  ).flat();
}

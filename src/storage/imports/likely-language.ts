import { isKnownLabel } from '../../core/ratings/read-rating.ts';
import { locales } from '../../core/texts/texts.ts';

/**
 * The language of ours that most of the ratings are known in which are not known in that of the file, where those are most of them:
 * a BCP 47 tag.
 * @param unknownLabels ratings, and how often each stands there
 */
export function likelyLanguage(unknownLabels: ReadonlyMap<string, number>): string | undefined {
  const sum = (labels: readonly (readonly [string, number])[]): number =>
    labels.reduce((total, [, count]) => total + count, 0);
  const known = locales.map((language) => ({
    language,
    count: sum(
      [...unknownLabels].filter(([label]) =>
        isKnownLabel({ label, numbers: {}, site: '', language }),
      ),
    ),
  }));
  const [most] = known.toSorted((one, other) => other.count - one.count);
  return most && most.count > sum([...unknownLabels]) / 2 ? most.language : undefined;
}

import type { ClaimSet } from '../../core/claims/claim-set.ts';
import { exampleQuestions } from '../../core/claims/example-questions.ts';
import type { Texts } from '../../core/texts/texts.ts';

/**
 * What is known, how to ask and how to connect a chat; at the end a question that is answered with a claim. `completes`:
 * whether Tab does something.
 */
export function bannerFor(claims: ClaimSet, completes: boolean, t: Texts): readonly string[] {
  const { packs } = claims;
  const example = exampleQuestions(claims).find(
    (question) => claims.lookup(question).outcome === 'match',
  );
  return [
    t('console.knows', { claims: claims.countPublished(), packs: packs.map(({ title }) => title) }),
    t('console.ask'),
    ...(completes ? [t('console.tab')] : []),
    t('console.connect'),
    ...(example ? ['', t('field.line', { name: t('help.examples'), value: example })] : []),
  ];
}

import type { ClaimSet } from '../../core/claims/claim-set.ts';
import { exampleQuestions } from '../../core/claims/example-questions.ts';
import type { Texts } from '../../core/texts/texts.ts';

/** What the terminal does beside passing lines on. */
export interface Keys {
  /** Whether "exit" ends, and is no claim. */
  readonly exits: boolean;
  /** Whether Tab does something. */
  readonly completes: boolean;
}

/** What is known, how to ask and how to connect a chat; at the end a question that is answered with a claim. */
export function bannerFor(
  claims: ClaimSet,
  { exits, completes }: Keys,
  t: Texts,
): readonly string[] {
  const { packs } = claims;
  const example = exampleQuestions(claims).find(
    (question) => claims.lookup(question).outcome === 'match',
  );
  return [
    t('console.knows', { claims: claims.countPublished(), packs: packs.map(({ title }) => title) }),
    t('console.ask'),
    ...(exits ? [t('console.exit')] : []),
    ...(completes ? [t('console.tab')] : []),
    t('console.connect'),
    ...(example ? ['', t('field.line', { name: t('help.examples'), value: example })] : []),
  ];
}

import { dayOf } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import { pickAction } from '../reply/claim-select.ts';
import { presentParts } from '../reply/present-parts.ts';
import { pressIdToText } from '../reply/press-id.ts';
import type { Answer } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { AnswerContext } from './command.ts';
import { isLeadIn } from './lead-in.ts';
import { lookUpEach } from './look-up-parts.ts';

/** What a select takes on both platforms. */
const mostChoices = 25;

/** Looks every checkable sentence of somebody's message up, and says which are on record and which are not. */
export async function checkMessage(text: string, context: AnswerContext): Promise<Answer> {
  const { t, now, keep, settings, claims } = context;
  const { strictness } = settings;
  const { parts, left } = await lookUpEach(text, (part) => claims.lookup(part, { strictness }));
  // Small talk, and what only announces the rest, is not worth a line in the answer.
  const said = parts.filter(
    ({ text: part, lookup }) =>
      lookup.outcome !== 'none' || (lookup.reason !== 'nothing-to-check' && !isLeadIn(part)),
  );
  const overview = presentParts({ parts: said, left, cited: claims.citing(text) }, dayOf(now), t);
  return {
    ...overview.answer,
    actions: await pickFrom(overview.claims.slice(0, mostChoices), t, keep),
  };
}

async function pickFrom(claims: readonly Claim[], t: Texts, keep: AnswerContext['keep']) {
  if (claims.length === 0) return [];
  const answer = await keep({ kind: 'list', refs: claims.map(({ ref }) => ref) });
  if (answer === undefined) return [];
  return [
    pickAction(pressIdToText({ press: 'pick', answer, page: 0 }), claims, t('check.prompt'), t),
  ];
}

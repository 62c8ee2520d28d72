import { type Day, formatPartialDate } from '../claims/calendar.ts';
import type { Dated } from '../claims/claim-lists.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { exampleQuestions } from '../claims/example-questions.ts';
import type { Texts } from '../texts/texts.ts';
import { presentExamples, waysToAsk } from './present-help.ts';
import { presentPacks } from './present-packs.ts';
import { presentVerdict } from './present-verdict.ts';
import type { Answer, Block } from './reply.ts';

/** How many claims each list of a home page shows. */
const shownClaims = 5;

/** What the bot knows, what is new and what was corrected, and how to ask. */
export function presentHome(claims: ClaimSet, today: Day, t: Texts): Answer {
  const listed = (heading: string, what: 'added' | 'corrected'): readonly Block[] => {
    const dated = claims.latest(what, shownClaims);
    return dated.length === 0 ? [] : [datedList(heading, dated, today, t)];
  };
  return {
    tone: 'neutral',
    title: t('help.title'),
    blocks: [
      ...presentPacks(
        claims.count(today).packs,
        ({ pack, claims: count }) => ({
          text: pack.title,
          detail: t('admin.packLine', { pack: pack.name, claims: count }),
        }),
        t,
      ),
      ...presentExamples(exampleQuestions(claims), t),
      ...listed(t('home.newest'), 'added'),
      ...listed(t('home.corrected'), 'corrected'),
      waysToAsk('slack', t),
    ],
  };
}

function datedList(heading: string, dated: readonly Dated[], today: Day, t: Texts): Block {
  return {
    kind: 'list',
    heading,
    ordered: false,
    items: dated.map(({ claim, on }) => ({
      text: t('claim.quoted', { claim: claim.claim }),
      detail: [presentVerdict(claim, today, t), formatPartialDate(on, t.locale), claim.ref].join(
        ' · ',
      ),
    })),
    omitted: 0,
  };
}

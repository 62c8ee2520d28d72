import { type Day, formatPartialDate } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import { exampleQuestions } from '../claims/example-questions.ts';
import type { Texts } from '../texts/texts.ts';
import { presentExamples, waysToAsk } from './present-help.ts';
import { presentVerdict } from './present-verdict.ts';
import type { Answer, Block } from './reply.ts';

/** How many claims each list of a home page shows. */
const shownClaims = 5;

/** What the bot knows, what is new and what was corrected, and how to ask. */
export function presentHome(claims: ClaimSet, today: Day, t: Texts): Answer {
  const published = claims
    .search({ words: '' })
    .filter(({ verification }) => verification.status !== 'draft');
  const listed = (heading: string, dayOfClaim: (claim: Claim) => Day | undefined) => {
    const dated = published.flatMap((claim) => {
      const day = dayOfClaim(claim);
      return day === undefined ? [] : [{ claim, day }];
    });
    const latest = dated.toSorted((one, other) => other.day.localeCompare(one.day));
    return latest.length === 0 ? [] : [datedList(heading, latest.slice(0, shownClaims), today, t)];
  };
  return {
    tone: 'neutral',
    title: t('help.title'),
    blocks: [
      {
        kind: 'list',
        heading: t('admin.packs'),
        ordered: false,
        items: claims.packs.map((pack) => ({
          text: pack.title,
          detail: t('admin.packLine', { pack: pack.name, claims: pack.claims.length }),
        })),
        omitted: 0,
      },
      ...presentExamples(exampleQuestions(claims.packs), t),
      ...listed(t('home.newest'), addedOn),
      ...listed(t('home.corrected'), correctedOn),
      waysToAsk('slack', t),
    ],
  };
}

interface Dated {
  readonly claim: Claim;
  readonly day: Day;
}

function datedList(heading: string, dated: readonly Dated[], today: Day, t: Texts): Block {
  return {
    kind: 'list',
    heading,
    ordered: false,
    items: dated.map(({ claim, day }) => ({
      text: t('claim.quoted', { claim: claim.claim }),
      detail: [presentVerdict(claim, today, t), formatPartialDate(day, t.locale), claim.ref].join(
        ' · ',
      ),
    })),
    omitted: 0,
  };
}

function addedOn({ history }: Claim): Day | undefined {
  return history[0]?.on;
}

/** The last change that readers of the published record would notice; undefined where there was none. */
function correctedOn({ history }: Claim): Day | undefined {
  return history.findLast(({ correction }) => correction)?.on;
}

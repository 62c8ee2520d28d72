import { type Day, formatPartialDate } from '../claims/calendar.ts';
import type { Claim } from '../claims/claim.ts';
import type { ClaimSet } from '../claims/claim-set.ts';
import type { Texts } from '../texts/texts.ts';
import { waysToAsk } from './present-help.ts';
import { presentVerdict } from './present-verdict.ts';
import type { Answer, Block } from './reply.ts';

/** How many claims each list of a home page shows. */
const shownClaims = 5;

/** What the bot knows in the packs in use (null for all), what is new and what was corrected, and how to ask. */
export function presentHome(
  claims: ClaimSet,
  packs: readonly string[] | null,
  today: Day,
  t: Texts,
): Answer {
  const byLastChange = claims
    .search({ words: '', packs })
    .filter(({ verification }) => verification.status !== 'draft')
    .toSorted((one, other) => lastChange(other).localeCompare(lastChange(one)));
  const corrected = byLastChange.filter(({ history }) => history.length > 1);
  const listed = (heading: string, shown: readonly Claim[]): readonly Block[] =>
    shown.length === 0
      ? []
      : [
          {
            kind: 'list',
            heading,
            ordered: false,
            items: shown.slice(0, shownClaims).map((claim) => ({
              text: t('claim.quoted', { claim: claim.claim }),
              detail: [
                presentVerdict(claim, today, t),
                formatPartialDate(lastChange(claim), t.locale),
                claim.ref,
              ].join(' · '),
            })),
            omitted: 0,
          },
        ];
  return {
    tone: 'neutral',
    title: t('help.title'),
    blocks: [
      {
        kind: 'list',
        heading: t('admin.packs'),
        ordered: false,
        items: claims.packs
          .filter(({ name }) => packs === null || packs.includes(name))
          .map((pack) => ({
            text: pack.title,
            detail: t('admin.packLine', { pack: pack.name, claims: pack.claims.length }),
          })),
        omitted: 0,
      },
      ...listed(
        t('home.newest'),
        byLastChange.filter(({ history }) => history.length === 1),
      ),
      ...listed(t('home.corrected'), corrected),
      waysToAsk('slack', t),
    ],
  };
}

function lastChange(claim: Claim): Day {
  return claim.history.at(-1)?.on ?? claim.verification.on;
}

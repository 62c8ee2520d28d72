import type { CreateMatcher } from '../../matching/matcher.ts';
import { wordingKey } from '../claims/claim-texts.ts';
import type { CheckRequest } from '../ports/requests.ts';

/** The one among requests that asks for the same claim, though in other words; undefined where none surely does. */
export function sameRequest<Request extends Pick<CheckRequest, 'id' | 'claim'>>(
  claim: string,
  requests: readonly Request[],
  createMatcher: CreateMatcher,
): Request | undefined {
  const said = wordingKey(claim);
  const verbatim = requests.find((request) => wordingKey(request.claim) === said);
  if (verbatim || requests.length === 0) return verbatim;
  const matcher = createMatcher(requests.map(({ id, claim: text }) => ({ id, text })));
  const { outcome, differences, ranking } = matcher.match(claim, { strictness: 'strict' });
  if (outcome !== 'match' || differences.length > 0) return undefined;
  return requests.find(({ id }) => id === ranking[0]?.id);
}

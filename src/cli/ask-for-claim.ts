import type { Day } from '../core/claims/calendar.ts';
import { type ClaimFile, claimKinds, claimSchema } from '../core/claims/claim.ts';
import { idsOf } from '../core/claims/claim-list.ts';
import { claimProblems } from '../core/claims/claim-problems.ts';
import { freeId, stanceFor } from '../core/claims/draft.ts';
import type { Pack } from '../core/claims/pack.ts';
import { verdicts } from '../core/claims/verdict.ts';
import type { Ask } from './ask-in-terminal.ts';

export interface AskedClaim {
  readonly pack: Pack;
  readonly file: ClaimFile;
}

interface Surroundings {
  /** Those that people write claim by claim. */
  readonly packs: readonly Pack[];
  readonly today: Day;
}

const none = 'none';

/** Asks for all that the file of a claim needs, and holds each answer against the rules of the packs at once. */
export async function askForClaim(ask: Ask, { packs, today }: Surroundings): Promise<AskedClaim> {
  const pack = await askForPack(ask, packs);
  const data: Record<string, unknown> = {};

  /** Asks for the value of a field, at a path as mistakes name it. */
  async function answer(
    path: string,
    text: string,
    put: (value: string) => object,
    otherwise?: string,
  ): Promise<string> {
    const given = await ask({
      name: path,
      text,
      ...(otherwise !== undefined && { otherwise }),
      check: (value) => problemsAt(path, { ...data, ...put(value) }, pack, packs, today),
    });
    Object.assign(data, put(given));
    return given;
  }

  async function answers(field: 'wordings' | 'nearMisses', text: string): Promise<void> {
    data[field] = [];
    for (let place = 0; ; place += 1) {
      const before = data[field] as readonly string[];
      const put = (value: string) => ({ [field]: value === none ? before : [...before, value] });
      if ((await answer(`${field}[${place}]`, text, put, none)) === none) return;
    }
  }

  const claim = await answer(
    'claim',
    'The claim: one neutral sentence, without its verdict.',
    (value) => ({ claim: value }),
  );
  const ids = idsOf(pack.claims);
  const isTaken = (id: string): boolean => ids.find(id) >= 0;
  await ask({
    name: 'id',
    text: 'Its id, which also names the file.',
    otherwise: freeId(claim, isTaken, `claim-${today}`),
    check: (id) =>
      isTaken(id)
        ? [`id: ${pack.name}/${id} is there already: choose another`]
        : problemsAt('id', { ...data, id }, pack, packs, today),
  }).then((id) => Object.assign(data, { id }));
  await answer('kind', `Its kind: ${claimKinds.join(', ')}.`, (kind) => ({ kind }), 'fact');
  await answer(
    'claimant',
    'Who made the claim, where known.',
    (value) => ({ claimant: value === none ? null : value }),
    none,
  );
  const known = verdicts.filter((verdict) => pack.verdicts[verdict] !== undefined);
  const verdict = await answer('verdict', `The verdict: ${known.join(', ')}.`, (value) => ({
    verdict: value,
  }));
  await answer(
    'gist',
    'The gist: one or two sentences for the short answer, why this verdict, and who says so.',
    (gist) => ({ gist }),
  );
  await answer('summary', 'The summary: two to four sentences.', (summary) => ({ summary }));
  await askForSources(
    answer,
    data,
    stanceFor(verdicts.find((each) => each === verdict) ?? 'mixed'),
  );
  await answers('wordings', 'Another way people say it; an empty line when there are no more.');
  await answers(
    'nearMisses',
    'A statement that only looks alike; an empty line when there are no more.',
  );
  await answer('topics', 'What it is about, between commas, such as food, home.', (value) => ({
    topics: value
      .split(',')
      .map((topic) => topic.trim().toLowerCase().replace(/\s+/g, '-'))
      .filter(Boolean),
  }));
  const by = await answer(
    'verification.by',
    'Who checked it, as readers will see it.',
    (value) => ({
      verification: { by: [value] },
    }),
  );
  const how = await answer('verification.how', 'How it was checked, in a sentence.', (value) => ({
    verification: { by: [by], how: value },
  }));
  const file = claimSchema.parse({
    ...data,
    occasion: null,
    context: null,
    asOf: today,
    verification: { status: 'verified', by: [by], on: today, how },
    history: [{ on: today, by, change: 'Added.' }],
  });
  return { pack, file };
}

async function askForPack(ask: Ask, packs: readonly Pack[]): Promise<Pack> {
  const names = packs.map(({ name }) => name);
  const [only, ...others] = names;
  const name = await ask({
    name: 'pack',
    text: `The pack: ${names.join(', ')}.`,
    ...(only !== undefined && others.length === 0 && { otherwise: only }),
    check: (value) =>
      names.includes(value)
        ? []
        : [`pack: there is none called “${value}” that holds a file for each claim`],
  });
  const pack = packs.find((each) => each.name === name);
  if (!pack) throw new Error(`No pack ${name}`);
  return pack;
}

type Answer = (
  path: string,
  text: string,
  put: (value: string) => object,
  otherwise?: string,
) => Promise<string>;

const sourceKinds = claimSchema.shape.sources.element.shape.kind.options;
const stances = claimSchema.shape.sources.element.shape.stance.options;

async function askForSources(
  answer: Answer,
  data: Record<string, unknown>,
  stance: string,
): Promise<void> {
  const sources: Record<string, unknown>[] = [];
  for (let place = 0; ; place += 1) {
    const source: Record<string, unknown> = { read: true };
    const field = (
      name: string,
      text: string,
      otherwise?: string,
      toValue: (value: string) => unknown = (value) => value,
    ): Promise<string> => {
      const put = (value: string): object => {
        source[name] = toValue(value);
        return { sources: [...sources, { ...source }] };
      };
      return answer(`sources[${place}].${name}`, text, put, otherwise);
    };
    const orNull = (value: string): string | null => (value === none ? null : value);
    const more = place === 0 ? '' : '; an empty line when there are no more';
    const url = await answer(
      `sources[${place}].url`,
      `The link to a work that you have read and that the summary rests on${more}.`,
      (value) => ({ sources: value === none ? sources : [...sources, { ...source, url: value }] }),
      place === 0 ? undefined : none,
    );
    if (url === none) return;
    source.url = url;
    await field('title', 'Its headline or title, as printed.');
    await field('publisher', 'Who published it.');
    await field('published', 'When: YYYY, YYYY-MM or YYYY-MM-DD.', none, orNull);
    await field('kind', `Its kind: ${sourceKinds.join(', ')}.`, 'reference');
    await field('stance', `Its stance to the claim: ${stances.join(', ')}.`, stance);
    await field('quote', 'Words from it, at most 25.', none, orNull);
    sources.push(source);
    data.sources = sources;
  }
}

/** What the rules say of one field of a claim that is not whole yet. */
function problemsAt(
  path: string,
  data: object,
  pack: Pack,
  packs: readonly Pack[],
  today: Day,
): readonly string[] {
  return claimProblems(data, pack, packs, today).filter((problem) => {
    const at = problem.slice(0, problem.indexOf(':'));
    return at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`);
  });
}

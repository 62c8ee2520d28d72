import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/core/claim.ts';
import { type ClaimSet, createClaimSet } from '../../src/core/claim-set.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { readPacks } from '../../src/storage/pack-reader.ts';

const dataDir = new URL('../../data', import.meta.url).pathname;

/** The day the pack was finished: the test's outcome must not depend on today. */
const today = '2026-11-29';

/** Both packs, as a bot that serves them has them: one must not take the other's questions. */
async function openPacks(): Promise<ClaimSet> {
  const reading = await readPacks(dataDir, today);
  if (!reading.ok) throw new Error(reading.mistakes.map(({ message }) => message).join('\n'));
  return createClaimSet(reading, createMatcher);
}

/** What the second reading left open, or what fewer than two works that both readings had carry. */
const drafts = [
  'cold-weather-gives-you-a-cold',
  'great-wall-seen-from-space',
  'incognito-hides-from-internet-provider',
  'lightning-same-place-twice',
  'moon-far-side-always-dark',
  'seasons-caused-by-earths-tilt',
];

/** For every claim on health or food, words of its gist that say whose finding it is. */
const authorities: Readonly<Record<string, string>> = {
  '5g-spreads-viruses': 'World Health Organization',
  'antibiotics-work-against-viruses': 'World Health Organization',
  'cold-weather-gives-you-a-cold': 'medical textbook',
  'cracking-knuckles-causes-arthritis': '2011 study of 215 people',
  'five-second-rule': 'Rutgers study',
  'flu-shot-gives-you-the-flu': 'NHS body in England',
  'microwaves-make-food-radioactive': 'US Environmental Protection Agency',
  'msg-causes-headaches-in-most-people': '2016 review and the Mayo Clinic',
  'must-drink-eight-glasses-of-water-a-day': '2002 review by a Dartmouth scientist',
  'sugar-makes-children-hyperactive': '1995 review in JAMA',
  'swallowed-gum-stays-seven-years': 'Mayo Clinic specialist',
  'vaccines-cause-autism': 'World Health Organization',
  'vitamin-c-prevents-colds': 'Cochrane review',
};

/** Claims whose `asOf` is not the date of a source that speaks for or against them; each file says why. */
const otherAsOf = [
  'moon-landings-faked',
  'swallowed-gum-stays-seven-years',
  'sydney-is-capital-of-australia',
];

/** Wordings that the matcher did not find when this was last lowered: a ceiling, so that it can only get better. */
const missedWordings = ['how many planets, does pluto count'];

/** Near misses that the matcher took for their claim without telling a difference: a ceiling, too. */
const confusedNearMisses = [
  'A cold can be followed by a bacterial infection that needs antibiotics.',
  'Newborn bats are blind.',
  'Bats see better than people do.',
  'Chameleons can change colour.',
  'Chameleons change colour to signal to other chameleons.',
  'Octopuses change colour to match their background.',
  'Columbus thought the Earth was smaller than it is.',
  'Some people today believe the Earth is flat.',
  'Cracking knuckles can make your hands swell.',
  'The pop of a knuckle comes from gas in the joint fluid.',
  'Einstein failed an entrance exam for the Zurich polytechnic.',
  'A newspaper once printed that Einstein had failed mathematics.',
  'Mount Everest is the tallest mountain from base to peak.',
  'The top of Mount Everest is the point farthest from the centre of the Earth.',
  'Food left longer on the floor picks up more bacteria.',
  'Bacteria need at least five seconds to move onto food.',
  'You can still catch flu after a flu shot.',
  'WhatsApp can block accounts that send spam.',
  'WhatsApp tells people not to forward chain messages.',
  'Goldfish can remember things for several months.',
  'All fish have a memory of only three seconds.',
  'There were slaves in ancient Egypt.',
  'The Great Pyramid was built by aliens.',
  'You can see the Great Wall of China from the Moon.',
  'The Great Wall of China is the only human-made thing visible from space.',
  'You can photograph the Great Wall of China from orbit with a zoom lens.',
  'Humans lived at the same time as mammoths.',
  'Mammals lived at the same time as dinosaurs.',
  'Birds are living dinosaurs.',
  'Incognito mode keeps a session out of the history on your own device.',
  'A VPN hides which sites you visit from your internet provider.',
  'Incognito mode stops websites from seeing your IP address.',
  'Lightning never strikes the same person twice.',
  'People believed Marie Antoinette said "Let them eat cake".',
  'Microwave ovens use radiation to heat food.',
  'A microwave oven with a broken door can leak microwaves.',
  'Heating plastic in a microwave can release chemicals into food.',
  'The far side of the Moon is dark when we see a full moon.',
  'NASA trained for the Moon landings on mock-ups on Earth.',
  'People need water every day.',
  'People take in about eight glasses of water a day if food is counted.',
  'A compass shows north, east, south and west.',
  'Ostriches lie flat on the ground to hide.',
  'Ostriches bury their heads in the sand to look for food.',
  'Scammers ask for a fee before they hand over a prize.',
  'Pluto is a dwarf planet.',
  'Seasons are caused by how close Earth is to the Sun.',
  'Earth is closest to the Sun in July.',
  "The tilt of Earth's axis is what makes day and night.",
  'Shaving makes hair grow faster.',
  'The body cannot fully digest chewing gum.',
  'Swallowing a lot of gum can block the gut.',
  'A 1998 paper claimed a link between the MMR vaccine and autism.',
  'Some people in Bronze Age Scandinavia had horned helmets.',
  'Vikings wore helmets.',
  'Opera singers playing Norse characters wore horned helmets.',
  'Taking vitamin C every day makes colds slightly shorter.',
  'Hurricanes turn the other way in the southern hemisphere.',
];

const claims = await openPacks();
const misconceptions = claims.claims.filter(({ ref }) => ref.startsWith('misconceptions/'));
const wordings = misconceptions.flatMap((claim) =>
  [claim.claim, ...claim.wordings].map((text) => ({ claim, text })),
);
const nearMisses = misconceptions.flatMap((claim) =>
  claim.nearMisses.map((text) => ({ claim, text })),
);

/** The claim that a reply to the text would show as the one that was asked about. */
function answered(text: string): Claim | undefined {
  const lookup = claims.lookup(text);
  return lookup.outcome === 'match' ? lookup.claim : undefined;
}

/** Whether a reply would say that the text is this very claim. */
function passesFor(claim: Claim, text: string): boolean {
  const lookup = claims.lookup(text);
  return lookup.outcome === 'match' && lookup.claim === claim && lookup.differences.length === 0;
}

describe('the pack of common misconceptions', () => {
  it('holds 42 claims, each read twice, of which six are drafts', () => {
    expect(misconceptions).toHaveLength(42);
    for (const { verification } of misconceptions) {
      expect(verification.by).toEqual(['first automated reading', 'second automated reading']);
    }
    const open = misconceptions.filter(({ verification }) => verification.status !== 'verified');
    expect(open.map(({ id }) => id).sort()).toEqual(drafts);
    expect(new Set(open.map(({ verification }) => verification.status))).toEqual(
      new Set(['draft']),
    );
  });

  it('has a gist for every claim', () => {
    expect(misconceptions.filter(({ gist }) => !gist).map(({ id }) => id)).toEqual([]);
  });

  it('opens with a source whose text both readings had', () => {
    const opensWithLess = misconceptions.filter(
      ({ sources: [first] }) => !first?.read || first.labels?.includes('not-re-read'),
    );
    expect(opensWithLess.map(({ id }) => id)).toEqual([]);
  });

  it('calls nothing verified that fewer than two works carry which both readings had', () => {
    const thin = misconceptions.filter(
      ({ verification, sources }) =>
        verification.status === 'verified' &&
        sources.filter(({ labels }) => !labels?.includes('not-re-read')).length < 2,
    );
    expect(thin.map(({ id }) => id)).toEqual([]);
  });

  it('names in the gist of every claim on health or food who says so', () => {
    const onHealth = misconceptions.filter(({ topics }) =>
      topics.some((topic) => topic === 'health' || topic === 'food'),
    );
    expect(onHealth.map(({ id }) => id).sort()).toEqual(Object.keys(authorities).sort());
    for (const { id, gist } of onHealth) expect(gist).toContain(authorities[id]);
  });

  it('is as of its newest source that speaks for or against', () => {
    const wrong = misconceptions.filter(({ asOf, sources }) => {
      const dates = sources.flatMap(({ stance, published }) =>
        stance === 'context' || published === null ? [] : [published],
      );
      const newest = dates.sort().at(-1);
      return newest === undefined || !asOf.startsWith(newest);
    });
    expect(wrong.map(({ id }) => id).sort()).toEqual(otherAsOf);
  });

  it('links to no forum', () => {
    const forums = /freerepublic|bulletin_board|rollitup/;
    const linked = misconceptions.flatMap(({ sources }) => sources.map(({ url }) => url ?? ''));
    expect(linked.filter((url) => forums.test(url))).toEqual([]);
  });
});

describe('finding the misconceptions', () => {
  it(`finds every claim for all its wordings but ${missedWordings.length}`, () => {
    const missed = wordings.filter(({ claim, text }) => answered(text) !== claim);
    const texts = missed.map(({ text }) => text);
    const fresh = texts.filter((text) => !missedWordings.includes(text));
    expect(texts.length, fresh.join('\n')).toBeLessThanOrEqual(missedWordings.length);
  });

  it.each(wordings)('never gives another record for "$text"', ({ claim, text }) => {
    expect([undefined, claim.ref]).toContain(answered(text)?.ref);
  });

  it(`takes no near miss straight for its claim but ${confusedNearMisses.length}`, () => {
    const confused = nearMisses.filter(({ claim, text }) => passesFor(claim, text));
    const texts = confused.map(({ text }) => text);
    const fresh = texts.filter((text) => !confusedNearMisses.includes(text));
    expect(texts.length, fresh.join('\n')).toBeLessThanOrEqual(confusedNearMisses.length);
  });

  it('lists as known failures only what the pack holds', () => {
    const asked = wordings.map(({ text }) => text);
    const alike = nearMisses.map(({ text }) => text);
    expect(missedWordings.filter((text) => !asked.includes(text))).toEqual([]);
    expect(confusedNearMisses.filter((text) => !alike.includes(text))).toEqual([]);
  });
});

/** Texts over which the matcher still goes wrong, and how many of a kind it may: whoever mends some lowers `most`. */
export interface KnownFaults {
  readonly most: number;
  readonly texts: readonly string[];
}

/** Real faults of matching, with both packs loaded: no claim's file can mend them. */
export const notMendedYet = {
  /** On no record, but answered with one. */
  noRecord: { most: 0, texts: [] },
  /** Questions about Larry Krasner that are on record, but not answered: the claim is only named as near. */
  casual: {
    most: 7,
    texts: [
      "is the quote real where krasner says we don't have a crisis of lawlessness",
      'did krasner write that taxpayers fork over thousands of dollars to incarcerate people?',
      'did krasner stop charging people for marijuana possession?',
      'is Krasner pro BLM or is that just spin?',
      "did krasner say in 2020 he'd arrest federal officers?",
      'does krasner have a law firm that goes to civil court?',
      "did Krasner's law firm seek money for victims when prosecutors didn't ask for restitution?",
    ],
  },
  /** Near misses of a claim about Larry Krasner that are taken for it without a difference told. */
  krasnerNearMisses: {
    most: 1,
    texts: ["Krasner called Trump a 'wannabe fascist' in 2020."],
  },
  /** Texts of one claim that are taken for several, or for a claim and a half. */
  takenApart: {
    most: 0,
    texts: [],
  },
  /** Wordings of a misconception that do not find it. */
  wordings: { most: 0, texts: [] },
  /** Near misses of a misconception that are taken for it without a difference told. */
  nearMisses: {
    most: 16,
    texts: [
      'Chameleons can change colour.',
      'Columbus thought the Earth was smaller than it is.',
      'You own the photos you post on Facebook.',
      'Changing your privacy settings limits who can see your Facebook posts.',
      'All fish have a memory of only three seconds.',
      'Birds are living dinosaurs.',
      'Pluto is a dwarf planet.',
      'Canberra is the capital of Australia.',
      'A 1998 paper claimed a link between the MMR vaccine and autism.',
      'Vikings wore helmets.',
      'Opera singers playing Norse characters wore horned helmets.',
    ],
  },
} satisfies Record<string, KnownFaults>;

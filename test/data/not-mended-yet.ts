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
    most: 2,
    texts: [
      'is Krasner pro BLM or is that just spin?',
      'does krasner have a law firm that goes to civil court?',
    ],
  },
  /** Of 450 near misses of claims about Larry Krasner, those that are taken for them without a difference told, where nobody has said that they are near misses. */
  krasnerNearMisses: {
    most: 17,
    texts: [
      'krasner arrested federal officers in 2020',
      'krasner said its fair to hold people who cant pay bail',
      'did krasner bring back cash bail in philly?',
      'Krasner brought cash bail back to Philadelphia.',
      'Krasner said a dollar spent on policing is better spent on incarceration.',
      'Krasner called himself anti-police.',
      "did krasner's law firm only do criminal cases?",
      'Larry Krasner has never prosecuted anybody as district attorney.',
      'In February 2018 Krasner instructed prosecutors to stop seeking cash bail for violent felonies.',
      'krasner responded to the 562 homicides by declaring an emergency',
      'did pharma companies sue krasner over opioids?',
      'Pharmaceutical companies sued Krasner over his opioid claims in February 2018.',
      "is wikipedia's article on krasner locked?",
      'did krasner cut ADA pay by nearly 10%?',
      'did krasner drop a third of homicide cases in his first week?',
      "Up to one-third of the homicide cases were dismissed in Krasner's first week.",
      "Up to one-third of the sex crimes prosecutors were dismissed in Krasner's first week.",
    ],
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

/** Texts over which the matcher still goes wrong, and how many of a kind it may: whoever mends some lowers `most`. */
export interface KnownFaults {
  readonly most: number;
  readonly texts: readonly string[];
}

/** Real faults of matching, with both packs loaded: no claim's file can mend them. */
export const notMendedYet = {
  /** On no record, but answered with one. */
  noRecord: {
    most: 2,
    texts: ['what is the capital of France', 'did Krasner call ICE agents wannabe Nazis?'],
  },
  /** Near misses of a claim about Larry Krasner that are taken for it without a difference told. */
  krasnerNearMisses: {
    most: 1,
    texts: ['Pat Dugan beat Larry Krasner in November 2025.'],
  },
  /** Wordings of a misconception that do not find it. */
  wordings: {
    most: 1,
    texts: ['how many planets, does pluto count'],
  },
  /** Near misses of a misconception that are taken for it without a difference told. */
  nearMisses: {
    most: 58,
    texts: [
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
    ],
  },
} as const satisfies Record<string, KnownFaults>;

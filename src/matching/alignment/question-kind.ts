/** What a question leaves open; from `can` to `whether` it states all and asks if it is so; `none` asks nothing. */
export const questionKinds = [
  'who',
  'where',
  'when',
  'how-many',
  'how-much',
  'how-long',
  'how',
  'why',
  'which',
  'what',
  'can',
  'will',
  'did',
  'does',
  'whether',
  'none',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Folded words that open such a question in English, Spanish, German, French and Portuguese. */
const table: Readonly<Record<Exclude<QuestionKind, 'none'>, string>> = {
  'how-many': `how many|how often|how frequently|wie viele|wieviele|wie oft|cuantos|cuantas|combien de|combien d|quantos|quantas`,
  'how-much': `how much|how big|how large|how high|how tall|how deep|how heavy|how fast|how far|how hot|how cold|how wide|how expensive|
    what percent|what percentage|what share|what price|wie viel|wieviel|wie hoch|wie gross|wie teuer|wie schnell|wie weit|
    cuanto|cuanta|que porcentaje|combien|quel pourcentage|quanto|quanta`,
  'how-long': `how long|how old|wie lange|wie alt|cuanto tiempo|combien de temps|quanto tempo`,
  how: `how|wie|como|comment`,
  why: `why|how come|warum|wieso|weshalb|por que|pourquoi`,
  when: `when|since when|what year|which year|what date|what day|what time|wann|ab wann|seit wann|cuando|desde cuando|quand|depuis quand|quando|
    desde quando`,
  where: `where|which city|which town|which country|what city|what town|what country|wo|wohin|woher|donde|adonde|ou|onde|aonde|in welcher`,
  who: `who|whom|whose|whos|wer|wen|wem|wessen|quien|quienes|a quien|qui|quem|por quem`,
  which: `which|what kind|what type|what sort|what colour|what color|welche|welcher|welches|welchen|welchem|cual|cuales|quel|quelle|quels|
    quelles|qual|quais`,
  what: `what|whats|que|quoi|o que|qu est`,
  can: `can|could|may|must|should|do i have to|do we have to|are we allowed|am i allowed|kann|darf|durfen|muss|puedo|puede|se puede|
    peut on|on peut|posso|pode`,
  will: `will|wird|werden|va|vai`,
  did: `did|didnt|has|have|had|hasnt|havent|hat|haben|hatte`,
  does: `does|do|doesnt|dont`,
  whether: `is|are|was|were|would|isnt|arent|wasnt|werent|ist|sind|war|waren|gibt|stimmt|bekommt|es verdad|es cierto|est ce|e verdade|
    foi|sera|tem`,
};

const openings: ReadonlyMap<string, QuestionKind> = new Map(
  Object.entries(table).flatMap(([kind, list]) =>
    list.split('|').map((opening) => [opening.trim(), kind as QuestionKind] as const),
  ),
);

const firstWords: ReadonlySet<string> = new Set(
  [...openings.keys()].map((opening) => opening.split(' ', 1)[0] ?? ''),
);

/** In words. */
const longestOpening = Math.max(
  ...[...openings.keys()].map((opening) => opening.split(' ').length),
);
/** Their words stand further on in statements, too. */
const yesOrNo = new Set<QuestionKind>(['can', 'will', 'did', 'does', 'whether']);

const lead = new Set(
  `so and but hey ok wait again anyone anybody someone does do can you u know knows idk wondering remember tell me
  weiss weisst jemand und aber also sabe alguien saben y sait quelqu un et alguem mais`.split(
    /\s+/,
  ),
);

/** "Was" asks what in German. */
const foreignOpenings: ReadonlyMap<string, QuestionKind> = new Map([...openings, ['was', 'what']]);

/** @param folded the words of one sentence, folded. @param asks whether it ends in a question mark. */
export function questionKindOf(
  folded: readonly string[],
  asks: boolean,
  isEnglish: boolean,
): QuestionKind {
  const known = isEnglish ? openings : foreignOpenings;
  for (let at = 0; at < folded.length; at += 1) {
    const kind = openingAt(folded, at, known);
    if (kind === undefined) continue;
    const isLed = folded.slice(0, at).every((word) => lead.has(word));
    if (at > 0 && (yesOrNo.has(kind) || !asks) && !isLed) continue;
    // "Do you know when …" asks when.
    const further = isLed && yesOrNo.has(kind) ? furtherKind(folded, at, known) : undefined;
    return further ?? kind;
  }
  return asks ? 'whether' : 'none';
}

function openingAt(
  folded: readonly string[],
  at: number,
  known: ReadonlyMap<string, QuestionKind>,
): QuestionKind | undefined {
  if (!firstWords.has(folded[at] ?? '')) return undefined;
  for (let length = longestOpening; length > 0; length -= 1) {
    const kind = known.get(folded.slice(at, at + length).join(' '));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function furtherKind(
  folded: readonly string[],
  from: number,
  known: ReadonlyMap<string, QuestionKind>,
): QuestionKind | undefined {
  for (let at = from + 1; at < folded.length; at += 1) {
    if (!folded.slice(from, at).every((word) => lead.has(word))) return undefined;
    const kind = openingAt(folded, at, known);
    if (kind !== undefined && !yesOrNo.has(kind)) return kind;
  }
  return undefined;
}

/** What a question leaves open; `whether` where it states all and asks if it is so, `none` where it asks nothing. */
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

/** Folded words that open such a question, in English, Spanish, German, French and Portuguese; two words before one. */
const openings: Readonly<Record<string, QuestionKind>> = Object.fromEntries(
  (
    [
      [
        'how-many',
        'how many|wie viele|wieviele|cuantos|cuantas|combien de|combien d|quantos|quantas|how often|how frequently|wie oft',
      ],
      [
        'how-much',
        'how much|wie viel|wieviel|cuanto|cuanta|combien|quanto|quanta|what percent|what percentage|what share|how big|how large|how high|how tall|how deep|how heavy|how fast|how far|how hot|how cold|how wide|wie hoch|wie gross|wie teuer|wie schnell|wie weit|que porcentaje|quel pourcentage|what price|what does it cost|how expensive',
      ],
      [
        'how-long',
        'how long|how old|wie lange|wie alt|cuanto tiempo|combien de temps|quanto tempo',
      ],
      ['how', 'how|wie|como|comment'],
      ['why', 'why|warum|wieso|weshalb|por que|porque|pourquoi|how come'],
      [
        'when',
        'when|what year|which year|what date|what day|what time|wann|ab wann|seit wann|cuando|desde cuando|quand|depuis quand|quando|desde quando|since when',
      ],
      [
        'where',
        'where|which city|which town|which country|wo|wohin|woher|donde|adonde|ou|onde|aonde|in welcher|en que ciudad',
      ],
      ['who', 'who|whom|whose|whos|wer|wen|wem|wessen|quien|quienes|qui|quem|a quien|por quem'],
      [
        'what',
        'what|which|whats|was|welche|welcher|welches|welchen|que|cual|cuales|quel|quelle|quels|quelles|quoi|qual|quais|o que|qu est',
      ],
      [
        'whether',
        'is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isnt|arent|wasnt|werent|dont|doesnt|didnt|hat|haben|hatte|ist|sind|war|waren|wird|werden|kann|darf|muss|gibt|stimmt|bekommt|es verdad|es cierto|est ce|e verdade|foi|sera|tem',
      ],
    ] as const
  ).flatMap(([kind, list]) => list.split('|').map((opening) => [opening, kind])),
);

/** Words before the question word that it may stand behind: "so when", "anyone know how many". */
const reach = 5;

/** @param folded the words of one sentence, folded. @param asks whether it ends in a question mark. */
export function questionKindOf(folded: readonly string[], asks: boolean): QuestionKind {
  const last = Math.min(reach, folded.length);
  for (let at = 0; at < last; at += 1) {
    const three = folded.slice(at, at + 3).join(' ');
    const two = folded.slice(at, at + 2).join(' ');
    const kind = openings[three] ?? openings[two] ?? openings[folded[at] ?? ''];
    if (kind === undefined) continue;
    // A question word further on joins clauses unless the text asks.
    if (at > 0 && yesOrNo.has(kind) && !opensLate(folded, at)) continue;
    if (at > 0 && !asks && !opensLate(folded, at)) continue;
    return kind;
  }
  return asks ? 'whether' : 'none';
}

/** Answered by yes or no: their words stand in statements too, further on. */
const yesOrNo = new Set<QuestionKind>(['can', 'will', 'did', 'does', 'whether']);

const lead = new Set(
  'so and but hey ok wait anyone anybody someone does do know knows idk wondering whats remember tell me can you u again weiss weis jemand sabe alguien saben quelqu un sait alguem sabe und aber also y e et mais'.split(
    ' ',
  ),
);

function opensLate(folded: readonly string[], at: number): boolean {
  return folded.slice(0, at).every((word) => lead.has(word));
}

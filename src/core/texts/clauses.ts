import { withoutCounting } from './enumeration.ts';

/**
 * Words that join two statements, by language; `told` are words that show the language, where the joint alone does not: an
 * "e scooter" is English.
 */
const languages: readonly { readonly joints: string; readonly told?: RegExp }[] = [
  { joints: 'and|but|while|plus' },
  { joints: 'und|aber' },
  { joints: 'y|e|pero', told: oneOf('el|la|los|las|un|una|de|del|que|es|en|con') },
  { joints: 'et|mais', told: oneOf("le|la|les|l['’]\\p{L}+|un|une|de|du|des|que|est|en") },
  { joints: 'e|mas', told: oneOf('o|os|um|uma|de|da|que|é|não|em|com') },
];

function oneOf(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
}

/**
 * What hangs on the words before it, and says nothing alone: a condition, a reason, a place, who said so. Articles are no
 * such words (German ones begin relative clauses, too, and "as" is one in Portuguese).
 */
const dependents = new Set(
  [
    'which who whom whose that said says say because although though if unless when where since so than like including according',
    'nor or not only except in on at by for with without to of from after before during under per about right',
    'weil obwohl wenn dass ob als wie damit sagt sagte sondern oder nicht nur außer im am von mit ohne zu nach vor bei für unter',
    'que quien cuando donde porque aunque si como según dijo ni o no solo salvo en con sin de del para por tras antes',
    'qui quand où parce puisque bien comme selon dit ou ne pas seulement sauf dans avec sans du pour par après avant',
    'quem quando onde embora se segundo disse nem ou não só exceto em no na com sem da após',
  ].flatMap((line) => line.split(' ')),
);

/** Openings that reach over all of a sentence: taken apart, its parts would say what nobody said. */
const reaching = new RegExp(
  `^(?:${[
    "if|unless|when|although|though|because|since|neither|either|both|not|no|nobody|suppose|it(?: i|['’])s (?:not |an? )?(?:true|false|lie|myth|hoax)",
    'wenn|falls|weil|obwohl|weder|entweder|sowohl|nicht|keine?[rsnm]?|niemand|es stimmt|es ist (?:nicht )?(?:wahr|falsch)',
    'si|cuando|aunque|porque|ni|tanto|nadie|(?:no )?es (?:verdad|cierto|falso|mentira)',
    "quand|bien que|parce que|personne|il est (?:vrai|faux)|(?:ce n['’]|c['’])est (?:pas )?(?:vrai|faux)",
    'se|quando|embora|nem|ninguém|(?:não )?é (?:verdade|falso|mentira)',
  ].join('|')})(?![\\p{L}\\p{N}])|^(?:如果|要是|虽然|因为|既然|既|只有|除非|没有|并非|不是)`,
  'iu',
);

/** What stands between two clauses of a sentence: marks, words, and the pictures of chats. A comma in a number is none: "1,000". */
function jointsOf(sentence: string): RegExp {
  const words = languages
    .filter(({ told: sign }) => sign?.test(sentence) ?? true)
    .map(({ joints }) => joints)
    .join('|');
  return new RegExp(
    [
      `\\s*(?:[;；，、]|,(?!\\d))\\s*(?:(?:${words})\\s+|而且|并且|但是|但)?`,
      `\\s+(?:[-–—]\\s+)?(?:${words})\\s+`,
      '\\s+(?:[-–—&+/])\\s+|(?:\\.{2,}|…)\\s+|[\\s\\u200D\\uFE0F]*\\p{Extended_Pictographic}[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\s\\u200D\\uFE0F]*',
      '而且|并且|但是',
    ].join('|'),
    'giu',
  );
}

/** More than these are not told apart. */
const mostClauses = 8;

/** In UTF-16 units. Nobody says more than that in a sentence; a text without ends is no place to look for clauses. */
const longestSentence = 1000;

export interface Clause {
  readonly text: string;
  /** True where a word such as "and" joins it to what comes before; a comma alone often joins a remark. */
  readonly isJoinedByWord: boolean;
}

/**
 * The statements that one sentence may consist of, in their own words; the sentence alone where it may not be taken apart.
 * A proposal: a name or a claim may hold an "and", too, so that the whole is to be tried first.
 */
export function splitClauses(sentence: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let begin = 0;
  let isJoinedByWord = false;
  const add = (text: string): void => {
    clauses.push({ text: withoutCounting(text.trim()), isJoinedByWord });
  };
  const joint = jointsOf(sentence);
  const isWhole = sentence.length > longestSentence || reaching.test(sentence);
  for (const { 0: found, index } of isWhole ? [] : sentence.matchAll(joint)) {
    const next = index + found.length;
    const before = sentence.slice(begin, index);
    const [after = ''] = withoutCounting(sentence.slice(next)).split(joint, 1);
    if (!isLongEnough(before) || !isLongEnough(after) || isDependent(after)) continue;
    if (clauses.length === mostClauses - 1) break;
    add(before);
    begin = next;
    isJoinedByWord = /[\p{L};；]/u.test(found);
  }
  add(sentence.slice(begin));
  return clauses;
}

/** Three words, or four characters where no spaces part words. */
function isLongEnough(text: string): boolean {
  const characters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  return /\p{scx=Han}/u.test(text) ? characters.length >= 4 : wordsOf(text).length >= 3;
}

function isDependent(text: string): boolean {
  return dependents.has(wordsOf(text)[0]?.toLowerCase() ?? '');
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

import { type Perturbation, pick, replaceOne } from './perturbation.ts';

const harmless = (name: string, apply: Perturbation['apply']): Perturbation => ({
  name,
  kinds: [],
  apply,
});

export const lowerCase = harmless('lower case', (text) => text.toLowerCase());

export const upperCase = harmless('upper case', (text) => text.toUpperCase());

export const unpunctuated = harmless('no punctuation', (text) =>
  text.toLowerCase().replace(/[;:!?"'“”‘’]|[.,](?!\d)/g, ''),
);

const lead = /^((?:In|On|During|After|Before|Since) [^,.]{3,40}), (.+?)\.?$/;

/** "In 2017, X" → "X in 2017", "A and B" → "B and A". */
export const reordered = harmless('reordered', (text) => {
  const moved = text.replace(
    lead,
    (_, when: string, rest: string) => `${rest} ${when.charAt(0).toLowerCase()}${when.slice(1)}`,
  );
  if (moved !== text) return moved;
  const swapped = text.replace(/\b(\p{Ll}{4,}) and (\p{Ll}{4,})\b/u, '$2 and $1');
  return swapped === text ? undefined : swapped;
});

const synonyms = new Map(
  `fired dismissed; fired sacked; killed murdered; said stated; said claimed; announced revealed; people folks; money cash; children kids;
  police cops; photograph photo; photograph picture; huge enormous; big large; buy purchase; began started; died passed_away; automobile car;
  film movie; doctor physician; attorney lawyer; homicides murders; homicides killings; prison jail; nearly almost; approximately about;
  many numerous; help assist; shows depicts; shows displays; banned prohibited; refused declined; president leader; store shop;
  company firm; workers employees; instructed told; instructed ordered; got received; students pupils; quickly rapidly; million mil;
  percent pct; illegal unlawful; vote ballot; bill legislation; baby infant; sick ill; city town; gave donated; created made;
  required obliged; allowed permitted; proposed suggested; charged billed; discovered found; hidden concealed; stolen taken`
    .split(';')
    .map((pair) => pair.trim().split(' '))
    .map(([word = '', other = '']) => [word, other.replace('_', ' ')] as const),
);

export const reworded = harmless('synonym', (text, random) =>
  replaceOne(
    text,
    new RegExp(`\\b(?:${[...synonyms.keys()].join('|')})\\b`, 'g'),
    ([word]) => synonyms.get(word),
    random,
  ),
);

/** One slip in a long word: letters swapped, doubled or left out. */
export const misspelt = harmless('typo', (text, random) =>
  replaceOne(
    text,
    /\b\p{L}{6,}\b/gu,
    ([word]) => {
      const at = 2 + Math.floor(random() * (word.length - 4));
      const ways = [
        word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
        word.slice(0, at) + word.charAt(at) + word.slice(at),
        word.slice(0, at) + word.slice(at + 1),
      ];
      return pick(ways, random);
    },
    random,
  ),
);

const frames = [
  (text: string) => `Is it true that ${text}?`,
  (text: string) => `isn't it true that ${text}?`,
  (text: string) => `${text}, right?`,
  (text: string) => `fact check: ${text}`,
  (text: string) => `${text}, true or false?`,
  (text: string) => `I heard that ${text}. Is that real?`,
  (text: string) => `${text} - is this legit??`,
  (text: string) => `${text}, isn't it?`,
  (text: string) => `hey so my uncle says ${text} lol`,
];

export const asked = harmless('question form', (text, random) =>
  pick(frames, random)?.(text.replace(/\.$/, '')),
);

/** "Krasner fired …" → "Did Krasner fire …?", "X is …" → "Isn't X …?" */
export const inverted = harmless('inverted question', (text) => {
  const match =
    /^((?:\p{Lu}[\p{L}.'-]+ ){1,3})(is|was|are|were|has|had|will|can) (?!not)(.+?)\.?$/u.exec(text);
  if (!match) return undefined;
  const [, subject = '', verb = '', rest = ''] = match;
  const opening =
    text.length % 2 === 0
      ? verb
      : verb === 'will'
        ? "won't"
        : verb === 'can'
          ? "can't"
          : `${verb}n't`;
  return `${opening.charAt(0).toUpperCase()}${opening.slice(1)} ${subject}${rest}?`;
});

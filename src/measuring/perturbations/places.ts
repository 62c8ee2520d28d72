import { type Perturbation, pick, replaceOne } from './perturbation.ts';

// Alternatives of one sort, so that a swap stays sayable.
const sorts = [
  `Philadelphia; Chicago; New York City; Los Angeles; Houston; Boston; Seattle; Denver; Detroit; Atlanta; Miami; Baltimore; San Francisco;
   Dallas; Cleveland; Milwaukee; Las Vegas; Nashville; New Orleans; Minneapolis`,
  `Pennsylvania; California; Texas; Florida; Ohio; Michigan; Illinois; Arizona; Virginia; Oregon; Colorado; Alabama; Louisiana;
   Kentucky; North Carolina; Wisconsin; Minnesota; Missouri; Tennessee; Indiana; Massachusetts; New Jersey; Alaska; Hawaii`,
  `Germany; France; Canada; Mexico; Brazil; India; China; Japan; Russia; Ukraine; Iran; Iraq; Syria; Israel; Egypt; Nigeria; Kenya;
   Australia; Italy; Spain; Sweden; Norway; Poland; Turkey; Pakistan; Afghanistan; Cuba; Venezuela; Argentina; South Korea; Vietnam`,
  'London; Paris; Berlin; Madrid; Rome; Moscow; Tokyo; Beijing; Sydney; Toronto; Mumbai; Cairo; Dubai; Brussels; Vienna',
].map((sort) => sort.split(';').map((place) => place.trim().replace(/\s+/g, ' ')));

/** Somewhere else: "in Philadelphia" → "in Chicago". */
export const otherPlace: Perturbation = {
  name: 'place',
  kinds: ['name'],
  apply: (text, random) =>
    replaceOne(
      text,
      new RegExp(`\\b(?:${sorts.flat().join('|')})\\b`, 'g'),
      ([place]) => {
        const sort = sorts.find((places) => places.includes(place)) ?? [];
        return pick(
          sort.filter((other) => !text.includes(other)),
          random,
        );
      },
      random,
    ),
};

export const otherPlaceLowerCase: Perturbation = {
  name: 'place, lower case',
  kinds: otherPlace.kinds,
  apply: (text, random) => otherPlace.apply(text, random)?.toLowerCase(),
};

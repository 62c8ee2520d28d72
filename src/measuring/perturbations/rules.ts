import { denial } from './denial.ts';
import {
  asked,
  inverted,
  lowerCase,
  misspelt,
  reordered,
  reworded,
  unpunctuated,
  upperCase,
} from './harmless.ts';
import { otherNumber } from './numbers.ts';
import { oppositeWord } from './opposites.ts';
import { otherPerson, otherPersonLowerCase, otherSpeaker } from './people.ts';
import type { Perturbation } from './perturbation.ts';
import { otherPlace, otherPlaceLowerCase } from './places.ts';
import { otherMonth, otherYear } from './years.ts';

/** Changes of what is said, then changes of how it is said. */
export const rules: readonly Perturbation[] = [
  otherNumber,
  otherYear,
  otherMonth,
  denial,
  oppositeWord,
  otherPerson,
  otherPersonLowerCase,
  otherSpeaker,
  otherPlace,
  otherPlaceLowerCase,
  reordered,
  reworded,
  misspelt,
  lowerCase,
  upperCase,
  unpunctuated,
  asked,
  inverted,
];

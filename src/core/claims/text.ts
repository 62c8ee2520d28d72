import { z } from 'zod';
import { hiddenCharacterIn } from '../texts/hidden-characters.ts';

/** A text of a pack, as people will read it. */
export const text = z
  .string()
  .trim()
  .min(1, 'is empty: write it')
  .superRefine((value, context) => {
    const found = hiddenCharacterIn(value, '\n');
    if (found) context.addIssue(`holds ${found.name}, which readers can’t see: remove it`);
    if (/[a-z]:\/\/[^\s/?#]*@/i.test(value)) {
      context.addIssue(
        'holds an address with a name or password before "@": remove what stands between // and @',
      );
    }
  });

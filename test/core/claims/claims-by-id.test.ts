import { describe, expect, test } from 'vitest';
import { added, libraryOver, old, reading } from '../../support/library-over.ts';

describe('finding a claim by its id', () => {
  test.each(['riverton/old', 'old', ' OLD '])('%s', async (name) => {
    const { library } = await libraryOver(reading(old, added));
    expect(library.current.lookup(name)).toMatchObject({
      outcome: 'match',
      claim: { ref: 'riverton/old' },
    });
  });
});

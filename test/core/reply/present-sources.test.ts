import { expect, test } from 'vitest';
import type { Source } from '../../../src/core/claims/claim.ts';
import { worksOf } from '../../../src/core/claims/works.ts';
import { presentWork, presentWorkShort } from '../../../src/core/reply/present-sources.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { aSource } from '../../support/claims.ts';

const t = textsFor('en');

test.each<[Partial<Source>, string, string]>([
  [{}, 'Riverton Archive · 4 May 1932 · supports', '4 May 1932'],
  [{ published: null }, 'Riverton Archive · no date given · supports', 'no date given'],
  [
    { published: '1932', approximate: true },
    'Riverton Archive · about 1932 · supports',
    'about 1932',
  ],
  [
    { read: false, stance: 'context' },
    'Riverton Archive · 4 May 1932 · known of, not read',
    '4 May 1932 · known of, not read',
  ],
  [
    { labels: ['repost'], rating: 'Pants on fire', url: null },
    'Riverton Archive · 4 May 1932 · supports · read on a repost · rated it “Pants on fire” · no link',
    '4 May 1932 · read on a repost',
  ],
])('a source that is %j is described in full and in short', (changes, full, short) => {
  const works = worksOf([aSource(changes)]);
  expect(works.map((work) => presentWork(work, t).detail)).toEqual([full]);
  expect(works.map((work) => presentWorkShort(work, t).detail)).toEqual([short]);
});

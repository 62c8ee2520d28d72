import { expect, test } from 'vitest';
import { pageText } from '../../src/sources/page-text.ts';

function textOf(html: string): string | undefined {
  const url = new URL('https://example.org/');
  return pageText({ url, status: 200, headers: {}, body: Buffer.from(html) });
}

test('a page is what people read of it, whatever is left open or closed twice', () => {
  expect(textOf('<p>a</script>b</style>c<noscript>d</noscript>e<script>f')).toBe('abce');
  expect(textOf('<title>T</title><b>bo<i>ld</b></i>&amp;<br>&nbsp;x<!-- y -->')).toBe(
    'Tbold&\u00a0x',
  );
});

test('a long page is read to its end, where one that is made to be deep is given up', () => {
  const long = `${'<p>The council met.</p><br><img src=x>'.repeat(20_000)}<p>The end.</p>`;
  expect(textOf(long)).toMatch(/The end\.$/);
  expect(textOf('<div>'.repeat(1_000_000))).toBeUndefined();
});

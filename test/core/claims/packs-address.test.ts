import { expect, test } from 'vitest';
import { parsePacksAddress } from '../../../src/core/claims/packs-address.ts';

test.each([
  ['https://example.org/packs.git', 'git', undefined, undefined],
  ['https://example.org/packs.git#main', 'git', 'main', undefined],
  ['https://example.org/packs.git#v1.2/x:data/packs', 'git', 'v1.2/x', 'data/packs'],
  ['https://example.org/packs.git#:data', 'git', undefined, 'data'],
  ['https://example.org/a.tar.gz', 'archive', undefined, undefined],
  ['https://example.org/a.tgz?token=1#data', 'archive', undefined, 'data'],
  ['https://example.org/a.zip#data', 'archive', undefined, 'data'],
])('%s is understood', (text, kind, ref, folder) => {
  expect(parsePacksAddress(text)).toEqual({ kind, url: text.replace(/#.*/, ''), ref, folder });
});

test.each([
  'http://example.org/packs.git',
  'https://example.org/packs',
  'https://example.org/packs.rar',
  'https://user:secret@example.org/packs.git',
  'https://localhost/packs.git',
  'https://10.0.0.1/packs.git',
  'ssh://example.org/packs.git',
  'ext::sh -c touch% /tmp/x.git',
  '/srv/packs.git',
  'https://example.org/packs.git#--upload-pack=x',
  'https://example.org/packs.git#main:../..',
  'https://example.org/packs.tar.gz#../..',
  'https://example.org/packs.tar.gz#/etc',
])('%s is refused', (text) => {
  expect(() => parsePacksAddress(text)).toThrow();
});

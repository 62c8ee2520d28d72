import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cases } from '../../tools/pictures/cases.ts';

const pages = ['docs/surfaces.md', 'docs/corrections.md'];
const text = pages.map((page) => readFileSync(page, 'utf8')).join('\n');
const shown = [...text.matchAll(/<img src="pictures\/([\w-]+)\.png"[^>]* alt="([^"]+)">/g)];

test('the pages show every picture that is taken once, and no other', () => {
  const taken = cases.flatMap(({ name, on, phone }) =>
    on.flatMap((surface) => [
      `${surface}-${name}`,
      ...(phone && surface !== 'terminal' ? [`${surface}-phone-${name}`] : []),
    ]),
  );
  const kept = readdirSync('docs/pictures').map((file) => file.replace(/\.png$/, ''));
  expect(shown.map(([, name]) => name).toSorted()).toEqual(taken.toSorted());
  expect(kept.toSorted()).toEqual(taken.toSorted());
});

test('every picture says in words what can be seen, and where', () => {
  const said = shown.map(([, , alt = '']) => alt);
  expect(new Set(said).size).toBe(said.length);
  expect(said.filter((alt) => !/^(Discord|Slack|Terminal)/.test(alt))).toEqual([]);
});

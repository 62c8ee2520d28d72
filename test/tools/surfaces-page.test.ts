import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cases } from '../../tools/pictures/cases.ts';

const page = readFileSync('docs/surfaces.md', 'utf8');
const shown = [...page.matchAll(/<img src="pictures\/([\w-]+)\.png"[^>]* alt="([^"]+)">/g)];

test('the page of surfaces shows every picture that is taken, and no other', () => {
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

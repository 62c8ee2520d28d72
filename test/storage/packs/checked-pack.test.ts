import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPack } from '../../../src/storage/packs/checked-pack.ts';
import { countCalls } from '../../support/count-calls.ts';
import { goodPacks, today } from './edited-packs.ts';

const folder = `${goodPacks}/saltmarsh`;

function packWith(texts: readonly string[]) {
  return {
    name: 'saltmarsh',
    path: folder,
    hasClaimsFolder: true,
    packFile: {
      file: 'pack.yaml',
      stem: 'pack',
      text: readFileSync(`${folder}/pack.yaml`, 'utf8'),
    },
    claimFiles: {
      folder: `${folder}/claims`,
      names: texts.map((_, at) => `${at}.yaml`),
      read: new Map(texts.map((text, at) => [at, { file: `${at}.yaml`, stem: `${at}`, text }])),
    },
  };
}

test('a claim without mistakes is held against the schema once, and field by field only where one is wrong', () => {
  const texts = readdirSync(`${folder}/claims`).map((name) =>
    readFileSync(`${folder}/claims/${name}`, 'utf8'),
  );
  const wrong = texts.map((text) => text.replace(/^verdict: .*/m, 'verdict: perhaps'));
  const [ofRight, ofWrong] = countCalls('/src/core/claims/claim-parts.ts', [texts, wrong], (all) =>
    checkPack(packWith(all), today),
  );
  expect(ofRight).toBe(0);
  expect(ofWrong).toBeGreaterThan(0);
});

import { describe, expect, test } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { loadedWith, readModules } from './support/modules.ts';

/** What takes tens of milliseconds or more to load, each. */
const heavy = [
  '@keyv/redis',
  '@slack/bolt',
  'csv-parse',
  'discord.js',
  'html-entities',
  'jsonrepair',
  'src/matching/outcome/decision.json',
  'src/matching/alignment/thesaurus.json',
  'tar-stream',
  'yaml',
  'yauzl',
];

const modules = readModules(['commands', 'src', 'tools']);
const heavyWith = (path: string): readonly string[] => {
  const loaded = loadedWith(path, modules);
  return heavy.filter((one) => loaded.has(one));
};

/** Programs that every question or check starts anew, as `npm run` knows them. */
const often = [
  'start',
  'fact',
  'doctor',
  'validate',
  'reports',
  'ratings',
  'schema',
  'corrections',
];
const programs = often.map((name) => ({
  name,
  file: Object.entries(packageFile.scripts)
    .find(([each]) => each === name)?.[1]
    .split(' ')
    .at(-1),
}));

describe('so that a program starts soon', () => {
  test.each(programs)('$name --help loads nothing that only its work needs', ({ file = '' }) => {
    expect(heavyWith(file)).toEqual([]);
    expect(loadedWith(file, modules).size).toBeGreaterThan(10);
  });

  test('an answer in the terminal needs the matching, and nothing of chats, feeds, archives or Redis', () => {
    expect(heavyWith('src/open-bot.ts')).toEqual([
      'src/matching/outcome/decision.json',
      'src/matching/alignment/thesaurus.json',
    ]);
  });

  test('the chats are loaded by their adapters', () => {
    expect(heavyWith('src/adapters/discord/create-discord-adapter.ts')).toContain('discord.js');
    expect(heavyWith('src/adapters/slack/create-slack-adapter.ts')).toContain('@slack/bolt');
  });
});

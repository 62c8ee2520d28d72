import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import type { StandInDiscord } from '../../support/discord/stand-in-discord.ts';

describe('while somebody types', () => {
  let discord: StandInDiscord;
  beforeEach(async () => {
    ({ discord } = await startBotOnDiscord());
  });

  test('claims are offered with their verdicts in words, as many as Discord takes', async () => {
    const choices = await discord.autocomplete('fact', 'claim', '');
    expect(choices).toHaveLength(25);
    for (const { name } of choices) expect(name).toMatch(/\p{L}.* · “/u);
  });

  test('what a server was told most is offered there before anything is typed', async () => {
    for (let time = 0; time < 3; time += 1) await discord.mention('philly 562 homicides 2021');
    await vi.waitFor(async () => {
      const [first] = await discord.autocomplete('fact', 'claim', '');
      expect(first?.value).toBe('krasner/philly-2021-562-homicides');
    });
  });

  test('an id comes before words', async () => {
    const [first] = await discord.autocomplete('fact', 'claim', 'philly-2021-562');
    expect(first?.value).toBe('krasner/philly-2021-562-homicides');
  });

  test('the verdicts are in the asker’s language', async () => {
    const typed = ['fact', 'claim', 'philly-2021-562'] as const;
    const [english] = await discord.autocomplete(...typed);
    const [french] = await discord.autocomplete(...typed, { locale: 'fr' });
    expect(french?.value).toBe(english?.value);
    expect(french?.name).not.toBe(english?.name);
  });

  test('nothing is offered for words that are in no claim', async () => {
    expect(await discord.autocomplete('fact', 'claim', 'zzzz')).toEqual([]);
  });

  test('free text is taken as well as what was offered', async () => {
    const { text } = await discord.slash('fact', { claim: 'philly 562 homicides 2021' });
    expect(text).toContain('Philadelphia recorded 562 homicides in 2021.');
  });

  test('a suggestion that comes back as its label is answered as its value', async () => {
    const [choice] = await discord.autocomplete('fact', 'claim', 'soros');
    const ask = (claim = '') => discord.slash('fact', { claim, private: true });
    expect((await ask(choice?.name)).text).toBe((await ask(choice?.value)).text);
  });
});

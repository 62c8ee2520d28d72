import { beforeEach, describe, expect, test } from 'vitest';
import { copyPacks, edit } from '../../storage/packs/edited-packs.ts';
import { type RunningBot, startBotOnDiscord } from '../../support/discord/running-bot.ts';
import type { StandInDiscord } from '../../support/discord/stand-in-discord.ts';

const operator = { user: '400000000000000009' };

describe('over the shipped packs', () => {
  let discord: StandInDiscord;
  beforeEach(async () => {
    ({ discord } = await startBotOnDiscord());
  });

  test.each([
    [
      'did soros give krasner 1.45 million?',
      'George Soros put $1.45 million into backing Larry Krasner',
    ],
    ['krasner fired 31 prosecutors in his first week', 'Larry Krasner fired'],
    ['philly 562 homicides 2021', 'Philadelphia recorded 562 homicides in 2021.'],
    ['is krasner anti-police?', "Larry Krasner is 'anti-police'."],
  ])('/fact %s shows the record %s with its sources to everybody', async (claim, record) => {
    const { text, private: hidden } = await discord.slash('fact', { claim });
    expect(text).toContain(record);
    expect(text).toMatch(/^- .+ <https:\/\/.+> · \S/m);
    expect(hidden).toBe(false);
  });

  test('says that there is no record rather than answer with something else', async () => {
    const { text } = await discord.slash('fact', { claim: 'Bananas grow in Greenland.' });
    expect(text).toMatch(/^No record/);
    expect(text).not.toContain('krasner');
  });

  test('a short answer carries verdict, gist and first source, and fits a phone’s screen', async () => {
    const { text } = await discord.slash('fact', { claim: 'did soros give krasner 1.45 million?' });
    expect(text).toContain('Mostly true');
    expect(text).toContain('not to Krasner or his campaign');
    expect(text).toContain('<https://www.inquirer.com/');
    expect(text.replace(/<https:[^>]*>/g, '').length).toBeLessThan(1000);
  });

  test('the asker alone sees the answer with private: true', async () => {
    const answer = await discord.slash('fact', {
      claim: 'philly 562 homicides 2021',
      private: true,
    });
    expect(answer.private).toBe(true);
    expect(answer.text).toMatch(/^✓ True/);
  });

  test('an id is a question too, as autocomplete sends it', async () => {
    const [choice] = await discord.autocomplete('fact', 'claim', 'soros 1.45');
    const { text } = await discord.slash('fact', { claim: choice?.value ?? '', detail: 'full' });
    expect(text).toContain(`Claim: ${choice?.value}`);
  });

  test('offers the topics that hold what was typed', async () => {
    const choices = await discord.autocomplete('fact-search', 'topic', 'homicide');
    expect(choices.length).toBeGreaterThan(0);
    for (const { value } of choices) expect(value).toContain('homicide');
  });

  test('/fact-search lists claims by words and verdict, page by page', async () => {
    const { text } = await discord.slash('fact-search', { words: 'homicides', verdict: 'true' });
    expect(text).toContain('krasner/philly-2021-562-homicides');
    const { text: second } = await discord.slash('fact-search', { words: 'krasner', page: 2 });
    expect(second).toMatch(/page 2 of/i);
  });

  test('/fact-help tells how to ask and who runs the bot', async () => {
    const { text } = await discord.slash('fact-help');
    expect(text).toContain('/fact');
    expect(text).toContain('The Test Desk');
  });

  test('a command works in a direct message, where nobody has a role', async () => {
    const { discord } = await startBotOnDiscord({ guildId: undefined });
    const { text } = await discord.slash(
      'fact',
      { claim: 'philly 562 homicides 2021' },
      { where: 'direct' },
    );
    expect(text).toMatch(/^✓ True/);
  });

  test.each(['reload', 'status', 'undo'])(
    'refuses /fact-admin %s to others, and only they see that',
    async (name) => {
      const { text, private: hidden } = await discord.slash(`fact-admin ${name}`);
      expect(text).toContain('Only for the people who run this bot');
      expect(hidden).toBe(true);
    },
  );
});

describe('for operators', () => {
  async function startWithPacks(): Promise<RunningBot & { dir: string }> {
    const dir = await copyPacks();
    const running = await startBotOnDiscord(
      {},
      { dataDir: dir, operators: [`discord:${operator.user}`] },
    );
    return { ...running, dir };
  }

  test('/fact-admin status counts what is there', async () => {
    const { discord } = await startWithPacks();
    const { text, private: hidden } = await discord.slash('fact-admin status', {}, operator);
    expect(text).toContain('saltmarsh: 12 claims');
    expect(hidden).toBe(true);
  });

  test('/fact-admin block takes a mention for whom it mentions', async () => {
    const { discord } = await startWithPacks();
    const about = async (subcommand: string) =>
      (await discord.slash(`fact-admin ${subcommand}`, { user: '<@400000000000000077>' }, operator))
        .text;
    expect(await about('block')).toContain('Blocked now: discord:400000000000000077');
    expect(await about('unblock')).toContain('Blocked now: nobody');
  });

  test('a reload brings a change in, and not before', async () => {
    const { discord, dir } = await startWithPacks();
    await edit(
      `${dir}/saltmarsh/claims/ferry-every-ten-minutes.yaml`,
      'forty minutes on most',
      'fifty minutes on most',
    );
    const ask = () => discord.slash('fact', { claim: 'saltmarsh/ferry-every-ten-minutes' });
    expect((await ask()).text).toContain('forty minutes');
    const { text } = await discord.slash('fact-admin reload', {}, operator);
    expect(text).toContain('~ ferry-every-ten-minutes');
    expect((await ask()).text).toContain('fifty minutes');
  });

  test('a broken file is named with its line, and the old claims go on answering', async () => {
    const { discord, dir } = await startWithPacks();
    await edit(
      `${dir}/saltmarsh/claims/ferry-every-ten-minutes.yaml`,
      'kind: fact',
      'kind: rumour',
    );
    const { text } = await discord.slash('fact-admin reload', {}, operator);
    expect(text).toMatch(/ferry-every-ten-minutes\.yaml:3:7 kind: /);
    const answer = await discord.slash('fact', { claim: 'saltmarsh/ferry-every-ten-minutes' });
    expect(answer.text).toContain('forty minutes');
  });
});

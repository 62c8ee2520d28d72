import { describe, expect, onTestFinished, test } from 'vitest';
import { lasting, startStateKinds } from './storage/state/state-kinds.ts';
import { dumpStore } from './storage/state/store/dump-store.ts';
import { settingsForDiscord, settingsForSlack } from './support/chat-settings.ts';
import { world } from './support/discord/events.ts';
import { type StandInDiscord, startStandInDiscord } from './support/discord/stand-in-discord.ts';
import { type Program, startProgram } from './support/program.ts';
import { createSlackPeople, type SlackPeople } from './support/slack/slack-people.ts';
import { type SlackServer, startSlackServer, tokens } from './support/slack/slack-server.ts';
import { startSocketMode } from './support/slack/socket-mode.ts';

const kinds = lasting(await startStateKinds());

/** Neither in a claim nor in a sentence of ours: where they are found, somebody's words were kept. */
const said = ['8,675,309', 'zanzibar', 'quokka', 'wombat', 'ocelot', 'axolotl', 'tapir', 'marmot'];
const named = ['Ada Vantongerloo', 'user-4000', 'quillfeather', 'stand-in'];
const secrets = [tokens.bot, tokens.app, world.token, 'interaction-token', '/commands/'];

const different = 'Philadelphia had 8,675,309 homicides in 2021';
/** What somebody agreed may be kept. */
const ticked = 'the pangolin rolls up';

interface Chats {
  readonly program: Program;
  readonly discord: StandInDiscord;
  readonly slack: SlackPeople;
  readonly server: SlackServer;
}

/** The bot as it is run, on both platforms, saying all that it can say to its log. */
async function startProgramOnBoth(url: string): Promise<Chats> {
  const discord = await startStandInDiscord();
  onTestFinished(() => discord.stop());
  const server = await startSlackServer();
  const socket = startSocketMode(server);
  onTestFinished(() => server.stop());
  onTestFinished(() => socket.stop());
  const program = startProgram('src/main.ts', [], {
    STATE_URL: url,
    ...settingsForDiscord(discord),
    ...settingsForSlack(server),
    LOG_LEVEL: 'debug',
    NODE_ENV: 'production',
  });
  onTestFinished(async () => {
    program.child.kill('SIGKILL');
    await program.ended();
  });
  await program.shows('Answering on Discord and Slack');
  return { program, discord, slack: createSlackPeople(server, socket.deliver), server };
}

async function talkOnSlack({ slack, server }: Chats): Promise<void> {
  const answer = await slack.slash('/fact', `private ${different}`);
  const shared = await slack.press(answer, 'Share to channel');
  expect(shared.text).toContain('8,675,309');
  await slack.press(shared, 'Sources with quotes');
  await slack.mention('zanzibar is an island');
  await slack.directMessage('a quokka smiles');
  await slack.check(`The ocelot sleeps all day long. ${different}.`);
  await slack.slash('/fact-search', 'axolotl');
  await slack.slash('/fact-admin', 'block tapir');
  const form = await slack.viewAfter(() => slack.act.slash('/fact'));
  await slack.act.type(form, 'The claim as you heard it', 'marmot');
  await slack.submit(form, { 'The claim as you heard it': 'the marmot whistles' });
  const unticked = await slack.viewAfter(() => slack.act.press(answer, 'Wrong match'));
  await slack.submit(unticked, { 'What did you ask?': 'a marmot' });
  server.failNext('chat.postMessage', { error: 'restricted_action' });
  await slack.act.mention('the wombat digs');
}

async function talkOnDiscord({ discord }: Chats): Promise<void> {
  const answer = await discord.slash('fact', { claim: different, private: true });
  const unticked = await discord.formUnder(answer, 'Wrong match');
  await discord.submit(unticked, { 'What did you ask?': 'a marmot' });
  const agreed = await discord.formUnder(answer, 'Wrong match');
  await discord.submit(agreed, { 'What did you ask?': ticked, 'Keep my text for this': true });
  expect((await discord.press(answer, 'Share to channel')).text).toContain('8,675,309');
  await discord.mention('zanzibar is an island');
  await discord.directMessage('a quokka smiles');
  await discord.check(`The ocelot sleeps all day long. ${different}.`);
  await discord.slash('fact-search', { words: 'axolotl' });
  await discord.autocomplete('fact', 'claim', 'marmot');
  const refused = discord.write(
    `<@${world.bot.id}> the wombat digs`,
    {},
    { where: 'other-channel' },
  );
  discord.closeChannel(world.otherChannel);
  discord.deliver(refused);
  await discord.mention('help');
}

describe.each(kinds)('over $name', ({ name, freshUrl }) => {
  test('neither store nor log holds what people said, what they are called or a token', async () => {
    const url = await freshUrl();
    const chats = await startProgramOnBoth(url);
    await talkOnSlack(chats);
    await talkOnDiscord(chats);
    const whileRunning = await dumpStore(url);
    chats.program.child.kill('SIGTERM');
    const { err: log } = await chats.program.ended();
    const stored = `${whileRunning}\n${await dumpStore(url)}`;

    // What the test looks at is really there: what was agreed to, the log of writes, and lines about what went wrong.
    expect(stored).toContain(ticked);
    expect(stored).toContain('slack:');
    expect(log).toContain('Slack: an answer could not be delivered');
    expect(log).toContain('Discord: an event was not answered');
    const found = (text: string) =>
      [...said, ...named, ...secrets].filter((one) => text.includes(one));
    expect({ name, stored: found(stored), log: found(log) }).toEqual({ name, stored: [], log: [] });
  });
});

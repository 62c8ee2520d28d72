import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createConsoleAdapter } from '../../../src/adapters/console/console-adapter.ts';
import { aClaim } from '../../support/claims.ts';
import { openTerminal as openTerminalWith } from '../../support/terminal.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const shipped = await createTestBot({ operators: ['console:local'] });

/** A terminal that is 80 columns wide, over the shipped packs. */
const openTerminal = () => openTerminalWith(shipped);

/** What the terminal shows after these lines were piped in. */
async function chat(...lines: readonly string[]): Promise<string> {
  const { bot, library } = shipped;
  const input = new PassThrough();
  const output = new PassThrough();
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  await new Promise<void>((onEnd) => {
    void createConsoleAdapter({
      bot,
      claims: library.current,
      input,
      output,
      interactive: false,
      onEnd,
    }).start();
    input.end(lines.map((line) => `${line}\n`).join(''));
  });
  return shown.join('');
}

/** Where each of these stands in the text, from the top; all of them do. */
function inOrder(text: string, ...parts: readonly string[]): void {
  let at = 0;
  for (const part of parts) {
    expect(text.slice(at)).toContain(part);
    at = text.indexOf(part, at) + part.length;
  }
}

test('a terminal that wants no escape codes gets none, and is prompted and answered all the same', async () => {
  const { bot, library } = shipped;
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 80,
    hasColors: () => false,
  });
  const shown: string[] = [];
  output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  await new Promise<void>((onEnd) => {
    void createConsoleAdapter({
      bot,
      claims: library.current,
      input,
      output,
      interactive: true,
      onEnd,
    }).start();
    input.write('bats are blind\nthe earth is flat\n');
    input.end('exit\n');
  });
  const text = shown.join('');
  inOrder(text, '> ', 'bats-are-blind', '> ', 'earth-is-flat');
  for (const code of ['\u001B', '\u009B', '\r']) expect(text).not.toContain(code);
  // Without them it does not complete anything.
  expect(text).not.toContain('Tab ');
});

describe('lines that are piped in', () => {
  test('are answered in order, plain text and slash commands alike', async () => {
    const text = await chat(
      'philly 562 homicides 2021',
      '/fact philly 562 homicides 2021',
      '/fact-help',
    );
    expect(text).not.toContain('Tab ');
    const [, first = '', second = '', third = ''] = text.split(/\n\n\n/);
    expect(first).toContain('krasner/philly-2021-562-homicides');
    expect(second.trim()).toBe(first.trim());
    expect(third).toContain('Ask me about a claim');
  });

  test('may reload: whoever sits at the terminal could edit the packs', async () => {
    expect(await chat('/fact-admin reload')).toContain('Claims reloaded');
  });

  test('are claims even where they say exit', async () => {
    const text = await chat('exit', 'philly 562 homicides 2021');
    inOrder(text, 'No record', 'krasner/philly-2021-562-homicides');
    expect(text).not.toContain('exit ends');
  });
});

test('what a pack says of itself does not steer the terminal', async () => {
  // A terminal that obeyed would take the name and show nothing of it.
  const title = '\u001B]0;taken\u0007';
  const packs = [{ ...rivertonPack([aClaim()]), title }];
  const terminal = await openTerminalWith(await createTestBot({ packs }));
  expect(terminal.screen()).toContain('(]0;taken)');
  await terminal.type('/fact-help\r');
  expect(terminal.screen()).toMatch(/]0;taken[\s\S]*]0;taken/);
});

describe('the screen at the start', () => {
  test('says what is known and how to connect a chat; the prompt comes last', async () => {
    const terminal = await openTerminal();
    const screen = terminal.screen();
    expect(screen).toMatch(
      /^factbot knows \d+ checked claims \(.*Krasner[\s\S]*misconceptions\)\./,
    );
    expect(screen).toMatch(
      /To connect Discord, set DISCORD_TOKEN[\s\S]*To connect Slack, set SLACK/,
    );
    expect(screen).toMatch(/\n\nFor example: .*\n\n>$/);
  });

  test('offers a question that is answered with a claim, and none where there is none', async () => {
    const examples = ['are boats wet?', 'did riverton’s harbour bridge open in 1932?'];
    const pack = rivertonPack([aClaim()]);
    const packs = [{ ...pack, examples }];
    const terminal = await openTerminalWith(await createTestBot({ packs }));
    const [, example = ''] = terminal.screen().match(/For example: (.*)\n/) ?? [];
    expect(example).toBe(examples[1]);
    await terminal.type(`${example}\r`);
    expect(terminal.screen()).toContain('Claim: riverton/harbour-bridge-opened-1932');
    const without = await openTerminalWith(
      await createTestBot({ packs: [{ ...pack, examples: ['are boats wet?'] }] }),
    );
    expect(without.screen()).not.toContain('For example');
  });

  test('is wrapped to the terminal’s width', async () => {
    const terminal = await openTerminalWith({ ...shipped, columns: 40 });
    expect(terminal.screen()).toContain(
      '\nType or paste a claim, or /fact-help.\nexit ends.\nTab completes commands.\n',
    );
  });
});

describe('an answer at the terminal', () => {
  test('stands under its question, and the prompt under the answer', async () => {
    const terminal = await openTerminal();
    await terminal.type('philly 562 homicides 2021\r');
    inOrder(terminal.screen(), '\n> philly 562', '✓ True', 'Claim: krasner/philly-2021-562');
    expect(terminal.screen()).toMatch(/\n\n>$/);
    expect(terminal.screen().match(/> philly 562/g)).toHaveLength(1);
  });

  test('to lines pasted together is one, as to a message that is checked', async () => {
    const terminal = await openTerminal();
    await terminal.paste('Vaccines cause autism.\nMicrowave ovens make food radioactive.\n');
    inOrder(
      terminal.screen(),
      '\n> Vaccines cause autism.\nMicrowave ovens make food radioactive.\n',
      '2 checked claims in this message',
      'misconceptions/vaccines-cause-autism',
      'misconceptions/microwaves-make',
    );
    expect(terminal.screen()).toMatch(/\n\n>$/);
  });

  test('to pasted lines waits for Enter where the last is not ended', async () => {
    const terminal = await openTerminal();
    await terminal.paste('Vaccines cause autism.\nThe Moon landing');
    expect(terminal.screen()).not.toContain('in this message');
    await terminal.type(' was faked.\r');
    inOrder(terminal.screen(), '2 checked claims in this message', 'misconceptions/moon-landings');
  });

  test('to a pasted line waits for Enter', async () => {
    const terminal = await openTerminal();
    await terminal.paste('philly 562 homicides 2021');
    expect(terminal.screen()).toMatch(/\n> philly 562 homicides 2021$/);
    await terminal.type('\r');
    expect(terminal.screen()).toContain('Claim: krasner/philly-2021-562-homicides');
  });

  test('to pasted lines among which are commands is one for each, under the line', async () => {
    const terminal = await openTerminal();
    await terminal.paste('/fact-search bail\nphilly 562 homicides 2021\n');
    inOrder(
      terminal.screen(),
      '\n> /fact-search bail\n\n',
      ' claims',
      '\n> philly 562 homicides 2021\n\n',
      '✓ True',
    );
  });

  test('stands under its question where several came at once, and what is typed ahead stays', async () => {
    const terminal = await openTerminal();
    await terminal.send('philly 562 homicides 2021\ris krasner anti-police?\rand the');
    inOrder(
      terminal.screen(),
      '\n> philly 562 homicides 2021\n\n',
      'Claim: krasner/philly-2021-562-homicides',
      '\n> is krasner anti-police?\n\n',
      'Claim: krasner/krasner-anti-police',
    );
    expect(terminal.screen()).toMatch(/\n\n> and the$/);
    await terminal.type(' rest\r');
    expect(terminal.screen()).toContain('> and the rest\n');
  });

  test('to nothing is a new prompt', async () => {
    const terminal = await openTerminal();
    await terminal.type('\r  \r');
    expect(terminal.screen()).toMatch(/\n>\n>\n>$/);
  });
});

describe('the chat ends', () => {
  test.each(['exit', 'quit', '/exit', ' Quit '])('with “%s”', async (word) => {
    const terminal = await openTerminal();
    expect(terminal.marksPastes()).toBe(true);
    await terminal.send(`philly 562 homicides 2021\r${word}\r`);
    expect(terminal.screen()).toContain('Claim: krasner/philly-2021-562-homicides');
    expect(terminal.ends()).toBe(1);
    expect(terminal.marksPastes()).toBe(false);
  });

  test.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
  ])('with %s', async (_, key) => {
    const terminal = await openTerminal();
    await terminal.type(key);
    expect(terminal.ends()).toBe(1);
    expect(terminal.marksPastes()).toBe(false);
  });

  test('not with a sentence that has the word', async () => {
    const terminal = await openTerminal();
    await terminal.type('exit polls are always right\r');
    expect(terminal.ends()).toBe(0);
  });
});

describe('a mistyped command', () => {
  test.each([
    ['/fcat x', 'There is no command “/fcat”. Did you mean /fact?'],
    ['/fact-hlp', 'There is no command “/fact-hlp”. Did you mean /fact-help?'],
    [
      '/fact-admin relaod',
      'There is no command “/fact-admin relaod”. Did you mean /fact-admin reload?',
    ],
    ['/weather', 'There is no command “/weather”. Commands: /fact, /fact-search'],
    ['/fact-admin weather', 'Commands: /fact-admin reload, /fact-admin undo'],
    ['/fact-admin', 'Say what to do: /fact-admin reload, /fact-admin undo'],
  ])('%s: %s', async (typed, said) => {
    expect(await chat(typed)).toContain(said);
  });
});

describe('Tab', () => {
  test.each([
    ['/fa', '/fact'],
    ['/fact-he', '/fact-help'],
    ['/fact-hi', '/fact-history'],
    ['/fact-admin rel', '/fact-admin reload'],
    ['/FACT-admin s', '/FACT-admin status'],
    ['/fact-admin community r', '/fact-admin community reset'],
    ['/fact-search bail verd', '/fact-search bail verdict:'],
    ['/fact-search bail verdict:tr', '/fact-search bail verdict:true'],
    ['/fact-search topic:scie', '/fact-search topic:science'],
    ['/fact pri', '/fact private'],
    ['/fact the pri', '/fact the pri'],
    ['/weather st', '/weather st'],
    ['fact', 'fact'],
  ])('makes %s of it: %s', async (typed, completed) => {
    const terminal = await openTerminal();
    await terminal.type(`${typed}\t`);
    expect(terminal.screen().split('\n').at(-1)).toBe(`> ${completed}`);
  });

  test('pressed twice lists what there is', async () => {
    const terminal = await openTerminal();
    await terminal.type('/fact-admin re\t\t');
    expect(terminal.screen()).toMatch(/\nreload +requests +report\n\n> \/fact-admin re$/);
  });
});

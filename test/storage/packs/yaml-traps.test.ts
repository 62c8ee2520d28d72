import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { copyPacks, edit, mistakesIn } from './edited-packs.ts';

const bridge = 'saltmarsh/claims/bridge-opened-1911.yaml';
const claim = 'claim: The iron bridge in Saltmarsh opened in 1911.';

/** What the good pack says of a claim whose text is written like this. */
async function mistakesOf(written: string): Promise<readonly string[]> {
  const dir = await copyPacks();
  await edit(`${dir}/${bridge}`, claim, `claim: ${written}`);
  return (await mistakesIn(dir)).map((text) => text.replace(`${bridge}:`, ''));
}

const cut =
  'yaml: the text ends before this "#": put the text in quotes, or move the comment to a line of its own, no deeper than its field';
const signs = 'yaml: a text can’t begin with this sign: put the text in quotes';
const afterQuotes =
  'yaml: the text goes on after its closing quotation mark: put the whole text in quotes, and double each quotation mark in it that is of their kind';

test.each([
  ['a hash after a space', 'The bridge is # 1 in town', `2:22 ${cut}`],
  ['a hash tag', 'People write #bridge about it', `2:21 ${cut}`],
  ['a hash after one word', 'Vaccines #MeToo', `2:17 ${cut}`],
  ['a hash after an empty line', 'The bridge is\n\n  #1 in town', `4:3 ${cut}`],
  ['a hash on the next line', 'The bridge is\n  #1 in town', `3:3 ${cut}`],
  [
    'a bracket',
    '[Sic] the bridge is old',
    `2:14 yaml: a text that begins with "[" or "{" is read as a list or as fields: put it in quotes`,
  ],
  [
    'a whole in brackets',
    '[The bridge is old]',
    '2:8 claim: a list is not accepted here: write text; a text that begins with "[" or "- " needs quotation marks',
  ],
  ['double quotes around the beginning', '"The bridge" is old', `2:21 ${afterQuotes}`],
  ['single quotes around the beginning', "'The bridge' is old", `2:21 ${afterQuotes}`],
  ['an apostrophe in single quotes', "'The bridge's old'", `2:20 ${afterQuotes}`],
  [
    'a quotation mark that is never closed',
    '"The bridge',
    '2:19 yaml: a quotation mark is opened and never closed: close it where the text ends',
  ],
  ['an at sign', '@mayor opened the bridge', `2:8 ${signs}`],
  ['a per cent sign', '%50 of people', `2:8 ${signs}`],
  [
    'an ampersand',
    '&c. is old',
    '2:8 yaml: a value that starts with "&" is a YAML anchor: put the value in quotes',
  ],
  [
    'an exclamation mark',
    '! The bridge is old',
    '2:8 yaml: a value that starts with "!" is a YAML tag: put the value in quotes',
  ],
  [
    'a tag that YAML knows',
    '!!str The bridge is old',
    '2:9 yaml: a value that starts with "!" is a YAML tag: put the value in quotes',
  ],
  [
    'an escaped control character',
    '"The \\x1b[31mbridge"',
    '2:8 claim: "The [31mbridge" holds a control character (U+001B), which readers can’t see: remove it',
  ],
  [
    'an escaped turn of letters',
    '"The \\u202Eegdirb"',
    '2:8 claim: "The egdirb" holds a character that turns the order of letters around (U+202E), which readers can’t see: remove it',
  ],
  [
    'an escaped tab',
    '"The\\tbridge"',
    '2:8 claim: "The bridge" holds a tab (U+0009), which readers can’t see: remove it',
  ],
  [
    'half a character',
    '"The \\uD83D bridge"',
    '2:8 claim: "The bridge" holds half a character (U+D83D), which readers can’t see: remove it',
  ],
  [
    'a control character',
    'The \u0007bridge',
    '2:12 yaml: a control character (U+0007) stands here, which nobody sees: remove it',
  ],
  [
    'a turn of letters',
    'The \u2066bridge',
    '2:12 yaml: a character that turns the order of letters around (U+2066) stands here, which nobody sees: remove it',
  ],
  [
    'a no-break space before the text',
    '\u00A0The bridge',
    '2:8 yaml: a no-break space stands where a space belongs: replace it by a space',
  ],
  [
    'a wide space before the text',
    '>-\n  Bridge.\noccasion:\u3000The bridge',
    '4:10 yaml: a wide space stands where a space belongs: replace it by a space',
  ],
  [
    'an address with a password',
    'See https://me:pw@bridge.example now',
    '2:8 claim: "See https://me:pw@bridge.example now" holds an address with a name or password before "@": remove what stands between // and @',
  ],
  [
    'a merge conflict',
    '>-\n<<<<<<< HEAD\n  Old.\n=======\n  New.\n>>>>>>> main',
    '3:1 yaml: a merge conflict was left here: keep one of the two sides, and remove the marks',
  ],
  [
    'an indented merge conflict',
    '>-\n  <<<<<<< HEAD\n  Old.\n  =======\n  New.\n  >>>>>>> main',
    '3:3 yaml: a merge conflict was left here: keep one of the two sides, and remove the marks',
  ],
  [
    'tabs before several lines',
    '>-\n\tOld.\n\tNew.\n\tNewer.',
    '3:1 yaml: the line is indented with a tab: use spaces',
  ],
])('a text with %s is a mistake that says what to do', async (_, written, mistake) => {
  expect(await mistakesOf(written)).toEqual([mistake]);
});

test.each([
  ['in single quotes', "'The bridge is # 1 in town'"],
  ['in double quotes, with a comment', '"The bridge is old" # see the minutes'],
  ['on lines of its own', '>-\n  The bridge\n  is # 1 in town'],
  ['with a comment before the next field', 'The bridge is old\n# who said so is unknown'],
  ['with a hash inside a word', 'The bridge is C#-blue'],
  ['with a no-break space between words', 'The bridge is 100\u00A0% old'],
  ['with brackets inside', 'The bridge [sic] is old'],
  ['with a paragraph as Chinese has it', '>-\n  \u3000The bridge is old.'],
  ['with an underline', '|-\n  Bridge\n  =======\n  old'],
])('a text %s is none', async (_, written) => {
  expect(await mistakesOf(written)).toEqual([]);
});

test('comments may stand between items and beside what is no text', async () => {
  const dir = await copyPacks();
  await edit(`${dir}/${bridge}`, 'claimant: null', 'claimant: null # nobody');
  await edit(`${dir}/${bridge}`, 'asOf: 2026-11-01', 'asOf: 2026-11-01 # looked again');
  await edit(`${dir}/${bridge}`, 'wordings:\n', 'wordings:\n  # as people say it\n');
  await edit(`${dir}/${bridge}`, '  - history', '  # more?\n  - history\n  # and more?');
  expect(await mistakesIn(dir)).toEqual([]);
});

test('a no-break space is named where it makes a field or a value another', async () => {
  const dir = await copyPacks();
  await edit(`${dir}/${bridge}`, 'kind: fact', 'kind: fact\u00A0');
  await edit(`${dir}/${bridge}`, 'claimant: null', 'claim\u00A0ant: null');
  expect(await mistakesIn(dir)).toEqual([
    `${bridge}:3:7 kind: "fact", with a no-break space (U+00A0), is not a kind: use one of fact, quotation, characterisation, opinion`,
    `${bridge}:4:1 claim\u00A0ant: is not a known field, it holds a no-break space (U+00A0): did you mean "claimant"?`,
  ]);
});

test('what editors and systems leave beside files is ignored', async () => {
  const dir = await copyPacks();
  const names = [
    'x.yaml~',
    'x.yaml.orig',
    'x.yaml.save',
    'x.yaml.bak',
    '.x.yaml.swp',
    '#x.yaml#',
    'Thumbs.db',
    'desktop.ini',
    'Icon\r',
  ];
  for (const name of names) {
    for (const folder of ['', 'saltmarsh/', 'saltmarsh/claims/']) {
      await writeFile(`${dir}/${folder}${name}`, 'leavings');
    }
  }
  expect(await mistakesIn(dir)).toEqual([]);
});

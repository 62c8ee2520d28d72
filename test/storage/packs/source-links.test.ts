import { expect, test } from 'vitest';
import { copyPacks, edit, mistakesIn } from './edited-packs.ts';

const bridge = 'saltmarsh/claims/bridge-opened-1911.yaml';
const link = 'https://tide.saltmarsh.example/1911/iron-bridge';

async function mistakesOfLink(url: string): Promise<readonly string[]> {
  const dir = await copyPacks();
  await edit(`${dir}/${bridge}`, `url: ${link}`, `url: '${url}'`);
  return await mistakesIn(dir);
}

const local =
  'leads to this machine or a private network, where readers can’t follow: give the public link';
const number =
  'leads to a machine by its number, which may be any in a private network: name the publisher’s site';
const noAddress = 'is not an https address: give the full https:// link, or null if there is none';
const noCharacter = 'holds a character that no address has: copy the link again from the browser';
const before =
  'leads to evil.example, whatever stands before "@": remove that, or correct the link';

test.each([
  ['https://nytimes.com@evil.example/', before],
  ['https://nytimes.com:443@evil.example/', before],
  ['https://@evil.example/', before],
  ['https://nytimes.com%2F@evil.example/', before],
  ['https://nytimes.com\\@evil.example/', noCharacter],
  ['https://nytimes.com/a b', noCharacter],
  ['nytimes.com/politics', noAddress],
  ['//nytimes.com/politics', noAddress],
  ['https:nytimes.com', noAddress],
  ['https:///nytimes.com', noAddress],
  ['data:text/html,bridge', noAddress],
  ['https://ｎytimes.example/', noCharacter],
  ['https://ny\u00ADtimes.example/', noCharacter],
  ['https://nytimes%2Eexample/', noCharacter],
  ['https://nytimes.example../', noCharacter],
  ['https://localhost/minutes', local],
  ['https://LOCALHOST./minutes', local],
  ['https://minutes', local],
  ['https://nas.local/minutes', local],
  ['https://wiki.corp/minutes', local],
  ['https://bridge.internal/', local],
  ['https://router.home.arpa/', local],
  ['https://minutes.test/', local],
  ['https://minutes.invalid/', local],
  ['https://minutes.onion/', local],
  ['https://127.0.0.1/minutes', number],
  ['https://10.0.0.7/minutes', number],
  ['https://169.254.1.1/minutes', number],
  ['https://2130706433/', number],
  ['https://0x7f.1/', number],
  ['https://[::1]/minutes', number],
  ['https://[fd00::1]/minutes', number],
])('a source can’t lead to %s', async (url, problem) => {
  expect(await mistakesOfLink(url)).toEqual([
    `${bridge}:23:10 sources[1].url: "${url}" ${problem}`,
  ]);
});

test.each([
  'https://tide.saltmarsh.example',
  'https://tide.saltmarsh.example:8443/1911?page=2#bridge',
  'https://web.archive.org/web/2020/https://tide.saltmarsh.example/@editor',
  'https://de.saltmarsh.example/wiki/Brücke_(Saltmarsh)',
  'https://localhost.saltmarsh.example/',
  'https://1911.saltmarsh.example/',
])('a source can lead to %s', async (url) => {
  expect(await mistakesOfLink(url)).toEqual([]);
});

const written = { title: 'Crowds at the iron bridge', publisher: 'Saltmarsh Tide' };

async function mistakesOfName(
  field: 'title' | 'publisher',
  name: string,
): Promise<readonly string[]> {
  const dir = await copyPacks();
  const before = `${field}: ${written[field]}\n`;
  await edit(`${dir}/${bridge}`, before, `${field}: '${name}'\n`);
  return await mistakesIn(dir);
}

test.each([
  ['title', 'nytimes.com', 'nytimes.com'],
  ['title', 'https://nytimes.com/1911/bridge', 'nytimes.com'],
  ['title', 'Crowds cross the bridge (www.nytimes.com)', 'nytimes.com'],
  ['title', 'NYTimes․com', 'nytimes.com'],
  ['title', 'nytimes.com/1911', 'nytimes.com'],
  ['title', '»nytimes。com«', 'nytimes.com'],
  ['publisher', 'nytimes.com', 'nytimes.com'],
  ['publisher', 'saltmarsh.example.evil.example', 'saltmarsh.example.evil.example'],
] as const)(
  'a source’s %s can’t be “%s”, another site than the link’s',
  async (field, name, site) => {
    expect(await mistakesOfName(field, name)).toEqual([
      expect.stringContaining(
        ` sources[1].${field}: names ${site}, but the link leads to tide.saltmarsh.example: name the site that it leads to, or correct the link`,
      ),
    ]);
  },
);

test.each([
  ['title', 'Amazon.com drops the bridge toll'],
  ['title', 'https://www.saltmarsh.example/1911'],
  ['title', 'No. 7: Crowds at 9.30 a.m.'],
  ['title', 'J.R.R.Tolkien'],
  ['publisher', 'saltmarsh.example'],
  ['publisher', 'The Saltmarsh Tide (tide.saltmarsh.example)'],
] as const)('a source’s %s can be “%s”', async (field, name) => {
  expect(await mistakesOfName(field, name)).toEqual([]);
});

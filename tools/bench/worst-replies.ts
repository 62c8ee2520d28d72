import { renderConsole } from '../../src/adapters/console/render-console.ts';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import type { Block, Reply } from '../../src/core/reply/reply.ts';
import { makeWorstTexts } from '../../src/measuring/worst-texts.ts';

export interface WorstReply {
  /** Of the text that fills it. */
  readonly name: string;
  readonly reply: Reply;
}

export const renderers = {
  Discord: renderDiscord,
  Slack: renderSlack,
  'the terminal': (reply: Reply) => renderConsole(reply, { width: 80, color: true, links: true }),
} as const;

/** Replies with a text made to be slow in each place where one can stand, and in small print beside much else. */
export function makeWorstReplies(): WorstReply[] {
  return makeWorstTexts(['bridge', 'harbour', 'closed']).flatMap(({ name, text }) => [
    { name, reply: { ...about, title: text, blocks: blocksOf(text) } },
    { name: `${name} as details`, reply: { ...about, title: name, blocks: detailsOf(text) } },
  ]);
}

const about = { tone: 'neutral', visibility: 'public', locale: 'en' } as const;

/** As long as they can be for what else there is to be cut first. */
function detailsOf(text: string): readonly Block[] {
  const detail = text.slice(0, 3000);
  return [
    { kind: 'list', ordered: true, items: [{ text: 'a', detail }], omitted: 0 },
    { kind: 'fields', fields: [{ name: 'a', value: detail }] },
    { kind: 'note', text: 'word '.repeat(4000) },
  ];
}

function blocksOf(text: string): readonly Block[] {
  const items = Array.from({ length: 10 }, (_, at) => ({
    text: text.slice(at * 4000, (at + 1) * 4000),
    detail: text.slice(0, 500),
    url: `https://a.example/${text}`,
  }));
  return [
    { kind: 'text', text, mayCut: true },
    { kind: 'quote', text },
    { kind: 'note', text },
    { kind: 'list', ordered: false, items, omitted: 0 },
    { kind: 'fields', fields: [{ name: text.slice(0, 100), value: text }] },
  ];
}

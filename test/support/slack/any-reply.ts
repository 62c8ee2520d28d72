import fc from 'fast-check';
import { verdicts } from '../../../src/core/claims/verdict.ts';
import type { Action } from '../../../src/core/reply/action.ts';
import type { Block, ListItem, Reply } from '../../../src/core/reply/reply.ts';

const hostileParts = [
  '<!channel>',
  '<@U1>',
  '*bold*',
  '_it_',
  '`code`',
  '```',
  '<https://evil.example|text>',
  '&amp;',
  '\u202E',
  '\u200B',
  'שלום',
  '👩‍👩‍👧‍👦',
  '\uD83D',
  'e\u0301',
  '\n',
  ' ',
  'word',
];

const hostileText = (maxParts: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...hostileParts), { maxLength: 4 })
    .chain((parts) => fc.nat({ max: maxParts }).map((times) => parts.join('').repeat(times)));

const title = fc.oneof(fc.constantFrom('✓ True', 'No record'), hostileText(60));
const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('javascript:alert(1)', 'https://x.example/ü ü?a=1&b=<c>|d', 'nonsense'),
  // The longest address that a claim may have, and longer ones.
  fc.constantFrom(2030, 4000).map((length) => `https://x.example/${'a'.repeat(length)}`),
);

const item: fc.Arbitrary<ListItem> = fc.record(
  { text: hostileText(200), url: fc.option(url), detail: hostileText(50) },
  { requiredKeys: ['text'] },
);

const proseBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('text' as const),
      heading: hostileText(10),
      text: hostileText(400),
      mayCut: fc.boolean(),
    },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({ kind: fc.constantFrom('quote' as const, 'note' as const), text: hostileText(400) }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: hostileText(10), value: hostileText(200) }), {
      maxLength: 8,
    }),
  }),
);

const listBlock: fc.Arbitrary<Block> = fc.record(
  {
    kind: fc.constant('list' as const),
    heading: hostileText(10),
    ordered: fc.boolean(),
    start: fc.integer({ min: 1, max: 50 }),
    inline: fc.boolean(),
    items: fc.array(item, { maxLength: 25 }),
    omitted: fc.nat({ max: 30 }),
  },
  { requiredKeys: ['kind', 'ordered', 'items', 'omitted'] },
);

/** At most three lists, as in the core's longest reply. */
const blocks = fc
  .tuple(fc.array(proseBlock, { maxLength: 9 }), fc.array(listBlock, { maxLength: 3 }))
  .chain(([prose, lists]) => fc.shuffledSubarray([...prose, ...lists]));

const actionId = fc.stringMatching(/^[a-z]{4,8}\.[0-9a-z]{12}\.\d$/);
const button: fc.Arbitrary<Action> = fc.record(
  {
    kind: fc.constant('button' as const),
    id: actionId,
    label: hostileText(3),
  },
  { requiredKeys: ['kind', 'id', 'label'] },
);
const select: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('select' as const),
  id: actionId,
  prompt: hostileText(10),
  choices: fc
    .array(hostileText(20), { maxLength: 25 })
    .map((labels) => labels.map((label, index) => ({ label, value: String(index) }))),
});

/** One select at most, as in the core. */
const actions = fc
  .tuple(fc.array(button, { maxLength: 6 }), fc.array(select, { maxLength: 1 }))
  .map((parts) => parts.flat())
  .filter((all) => new Set(all.map(({ id }) => id)).size === all.length);

/** Any reply the core could make, and many that it should not. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  {
    locale: fc.constant('en' as const),
    visibility: fc.constantFrom('public' as const, 'private' as const),
    tone: fc.constantFrom(...verdicts, 'neutral' as const, 'error' as const),
    title,
    blocks,
    actions,
    sharedBy: fc.constant('slack:U1' as const),
  },
  { requiredKeys: ['locale', 'visibility', 'tone', 'title', 'blocks'] },
);

import fc from 'fast-check';
import { verdicts } from '../../../src/core/claims/verdict.ts';
import type { Action } from '../../../src/core/reply/action.ts';
import type { Block, Reply } from '../../../src/core/reply/reply.ts';

/** Texts of a few words and of thousands, plain and full of what has to be escaped. */
const anyText = fc
  .tuple(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('word ', '*_~', '👩‍👩‍👧', '\n- ', '@everyone ', 'https://e.example '),
    ),
    fc.integer({ min: 1, max: 6000 }),
  )
  .map(([unit, length]) =>
    unit.repeat(Math.ceil(length / Math.max(1, unit.length))).slice(0, length),
  );

const shortText = fc.string({ unit: 'grapheme', maxLength: 60 });

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    heading: shortText,
    text: anyText,
    mayCut: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('quote' as const, 'note' as const), text: anyText }),
  fc.record({
    kind: fc.constant('list' as const),
    heading: shortText,
    ordered: fc.boolean(),
    inline: fc.boolean(),
    items: fc.array(
      fc.record({ text: anyText, url: fc.option(fc.webUrl({ size: 'large' })), detail: anyText }),
      { minLength: 1, maxLength: 6 },
    ),
    omitted: fc.nat({ max: 20 }),
  }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 6 }),
  }),
);

const anyAction = (id: string): fc.Arbitrary<Action> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('button' as const),
      id: fc.constant(id),
      label: anyText,
    }),
    fc.record({
      kind: fc.constant('select' as const),
      id: fc.constant(id),
      prompt: anyText,
      choices: fc
        .array(anyText, { minLength: 1, maxLength: 40, size: 'max' })
        .map((labels) => labels.map((label, index) => ({ label, value: String(index) }))),
    }),
  );

export const anyReply: fc.Arbitrary<Reply> = fc.record({
  visibility: fc.constant('public' as const),
  locale: fc.constant('en' as const),
  tone: fc.constantFrom(...verdicts, 'neutral' as const, 'error' as const),
  title: anyText,
  blocks: fc.array(anyBlock, { maxLength: 6 }),
  actions: fc
    .nat({ max: 30 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => anyAction(`id ${index}`))),
    ),
});

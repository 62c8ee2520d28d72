import fc from 'fast-check';
import { escapeText, linkTo } from '../../src/adapters/discord/discord-markdown.ts';
import { fromMetadata } from '../../src/adapters/slack/form-place.ts';
import {
  slackToTyped,
  toShowable,
  typedToSlack,
  withoutMention,
  withoutStruck,
} from '../../src/adapters/slack/slack-text.ts';
import { viewToValues } from '../../src/adapters/slack/view-to-values.ts';
import type { Block, Reply } from '../../src/core/reply/reply.ts';
import { renderers } from '../bench/worst-replies.ts';
import { anyText } from './any-text.ts';
import { type FuzzTarget, fuzzTarget } from './fuzz-target.ts';

const anyElement = fc.oneof(
  fc.record(
    { type: fc.constant('plain_text_input'), value: fc.option(anyText) },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constantFrom(
        'checkboxes',
        'multi_static_select',
        'static_select',
        'external_select',
        'multi_external_select',
        'radio_buttons',
        'new_kind',
      ),
      selected_option: fc.option(fc.record({ value: anyText })),
      selected_options: fc.option(fc.array(fc.record({ value: anyText }))),
    },
    { requiredKeys: ['type'] },
  ),
);

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: anyText, mayCut: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('quote' as const, 'note' as const), text: anyText }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ text: anyText, detail: anyText, url: anyText }), { maxLength: 4 }),
    omitted: fc.nat({ max: 2 }),
  }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: anyText, value: anyText }), { maxLength: 2 }),
  }),
);
const anyTextReply: fc.Arbitrary<Reply> = fc.record({
  locale: fc.constant('en' as const),
  visibility: fc.constant('public' as const),
  tone: fc.constant('neutral' as const),
  title: anyText,
  blocks: fc.array(anyBlock, { maxLength: 4 }),
});

/** Texts and forms as the platforms pass them on, and replies as they are shown. */
export const adapterTargets: readonly FuzzTarget[] = [
  fuzzTarget('texts in Slack’s wire form', anyText, (text) => {
    slackToTyped(withoutStruck(withoutMention(text, 'U1')));
    if (slackToTyped(typedToSlack(text)) !== text)
      throw new Error('Typed text came back otherwise');
    if (!toShowable(text).isWellFormed()) throw new Error('Half a character was left');
  }),
  fuzzTarget('what Slack keeps with a form', anyText, (metadata) => fromMetadata(metadata)),
  fuzzTarget(
    'values of Slack’s forms',
    fc.dictionary(anyText, fc.dictionary(anyText, anyElement, { maxKeys: 2 }), { maxKeys: 4 }),
    (values) =>
      viewToValues(
        JSON.parse(JSON.stringify({ state: { values } }), (_, value) => value ?? undefined),
      ),
  ),
  fuzzTarget('texts shown on Discord', fc.tuple(anyText, anyText), ([text, address]) => {
    escapeText(text);
    linkTo(text, address);
  }),
  ...Object.entries(renderers).map(([platform, render]) =>
    fuzzTarget(`replies of any text on ${platform}`, anyTextReply, (reply) => void render(reply)),
  ),
];

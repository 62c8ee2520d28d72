import { z } from 'zod';
import { actionsBlock, inputBlock, plainText } from './element-limits.ts';
import { context, hasUniqueIds, header, richText } from './message-limits.ts';

const section = z.strictObject({ type: z.literal('section'), text: plainText(3000) });
const blocks = z
  .array(
    z.discriminatedUnion('type', [header, richText, context, actionsBlock, inputBlock, section]),
  )
  .min(1)
  .max(100)
  .refine(hasUniqueIds);
const metadata = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().min(1).max(255).optional(),
};

const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    blocks,
    ...metadata,
  })
  .refine(({ blocks: shown, submit }) => submit || shown.every(({ type }) => type !== 'input'));
const home = z.strictObject({ type: z.literal('home'), blocks, ...metadata });

/** Modals and home pages, with Slack's limits. */
export const viewSchema = z.discriminatedUnion('type', [modal, home]);
export type ShownView = z.infer<typeof viewSchema>;

const largestViewBytes = 250_000;

/** The view as Slack would show it, or undefined if it would refuse it. */
export function toShownView(view: unknown): ShownView | undefined {
  const parsed = viewSchema.safeParse(view);
  const size = Buffer.byteLength(JSON.stringify(view));
  return parsed.success && size <= largestViewBytes ? parsed.data : undefined;
}

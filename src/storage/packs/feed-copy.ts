import { z } from 'zod';
import { sourceKinds } from '../imports/source-kinds.ts';

/** What an address gave last, in a file; or why there is none. */
const feedCopySchema = z.union([
  z.object({ path: z.string(), kind: z.enum(sourceKinds), digest: z.string() }),
  z.object({ missing: z.string() }),
]);
export type FeedCopy = Readonly<z.infer<typeof feedCopySchema>>;

/** By address. */
export const feedCopiesSchema = z.record(z.string(), feedCopySchema);
export type FeedCopies = Readonly<Record<string, FeedCopy>>;

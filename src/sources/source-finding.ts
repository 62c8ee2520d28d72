import { z } from 'zod';
import { isRealDay } from '../core/claims/calendar.ts';

/**
 * What became of a source. `holds`: it is there, with its quote where there is one; `changed`: something else is there; `dead`: nothing
 * is; `unknown`: nobody could tell, which a later try may.
 */
export const sourceFindingSchema = z.object({
  url: z.string(),
  /** That was looked for; null for none. */
  quote: z.string().nullable(),
  checkedOn: z.string().refine(isRealDay),
  state: z.enum(['holds', 'changed', 'dead', 'unknown']),
  /** Why it doesn't hold, in a few words. */
  why: z.string().optional(),
  /** Where it leads by now, if that is another address. */
  movedTo: z.string().optional(),
  /** The newest copy in an archive. */
  archived: z.string().optional(),
});
export type SourceFinding = Readonly<z.infer<typeof sourceFindingSchema>>;

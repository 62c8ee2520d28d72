import { presentCorrections } from '../corrections/present-corrections.ts';
import type { Answer } from '../reply/reply.ts';
import type { CommandContext } from './command.ts';

/** A page of corrections fits a message on either platform. */
const correctionsOnPage = 10;

/** Answers that were corrected, and those that are still to be. */
export async function showCorrections({ services, options, t }: CommandContext): Promise<Answer> {
  const page = typeof options.page === 'number' ? options.page : 1;
  const records = await services.outbox.list(
    'correction ',
    undefined,
    page * correctionsOnPage + 1,
  );
  const shown = records.slice((page - 1) * correctionsOnPage, page * correctionsOnPage);
  return presentCorrections(
    shown,
    records.length > page * correctionsOnPage ? page + 1 : undefined,
    t,
  );
}

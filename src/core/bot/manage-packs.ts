import { countStandingAnswers } from '../ports/standing-answers.ts';
import { presentRehearsal } from '../reply/present-rehearsal.ts';
import { presentReload, presentRollback } from '../reply/present-reload.ts';
import { presentSets } from '../reply/present-sets.ts';
import { presentStatus } from '../reply/present-status.ts';
import type { Answer } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { CommandContext } from './command.ts';

/** Takes over what the packs hold now, or tells what that would change. */
export async function reload({ services, options, user, t }: CommandContext): Promise<Answer> {
  if (options['dry-run'] === true) return rehearse(services, t);
  const { result, others } = await services.library.reload(user);
  return presentReload(result, others, t);
}

async function rehearse(services: CommandContext['services'], t: Texts): Promise<Answer> {
  const rehearsal = await services.library.rehearse();
  const revised = rehearsal.outcome === 'would-load' ? rehearsal.revised : [];
  return presentRehearsal(rehearsal, await countStandingAnswers(services.receipts, revised), t);
}

/** Goes back to a set of claims that was in use, or tells which there are. */
export async function rollback(context: CommandContext): Promise<Answer> {
  const { services, allClaims, options, t } = context;
  if (typeof options.set === 'number') return goBack(context, options.set);
  return presentSets(await services.library.sets(), allClaims.fingerprint, t);
}

/** Without a number, one step. */
export async function goBack(
  { services, user, t }: CommandContext,
  number: number | undefined,
): Promise<Answer> {
  const { result, others } = await services.library.rollback(user, number);
  return presentRollback(result, number, others, t);
}

/** What the bot is, and answers from. */
export async function showStatus({ services, allClaims, now, t }: CommandContext): Promise<Answer> {
  const { about, library } = services;
  const { files } = library;
  const reloads = await library.reloads(5);
  const processes = await services.processes.list();
  const connections = services.connections.list();
  const feeds = services.feeds.list();
  return presentStatus(
    { claims: allClaims, files, about, reloads, connections, feeds, processes, now },
    t,
  );
}

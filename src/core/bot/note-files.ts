import type { Library, ReloadOutcome } from '../claims/library.ts';
import { mistakeToText } from '../claims/mistake.ts';
import type { Log } from '../ports/log.ts';

/** As many mistakes as somebody reads in a log; `npm run validate` has all. */
const mostMistakes = 20;

/** Tells the log, at the start, where the bot does not simply answer from the files as they were. */
export function noteFiles(library: Library, log: Log): void {
  const { files, changedSinceLastRun } = library;
  if (files.state === 'broken') {
    log.error(
      { mistakes: files.mistakes.slice(0, mostMistakes).map(mistakeToText) },
      'The packs can’t be used: answering from the last good set. Repair them, then use fact-admin reload',
    );
  } else if (files.state === 'passed-over') {
    log.warn(
      {},
      'Answering from the set that somebody went back to, not from the packs: fact-admin reload takes them',
    );
  } else if (changedSinceLastRun) log.info({}, 'The claims have changed since the last run');
}

/** Tells the log what came of a reload that nobody waits for an answer to. */
export function noteReload(result: ReloadOutcome, log: Log): void {
  if (result.outcome === 'failed') {
    log.error(
      { mistakes: result.mistakes.slice(0, mostMistakes).map(mistakeToText) },
      'The packs can’t be used: the old claims are still in use',
    );
  } else if (result.changes.length > 0) {
    log.info({ changes: result.changes }, 'The packs have changed and are in use');
  }
}

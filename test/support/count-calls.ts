import { Session } from 'node:inspector';

/**
 * For each of these, how often functions of our code in `folder` are called while `work` runs with it: a measure of what
 * it costs that is the same on a busy machine. What happens inside of patterns and built-ins is not seen.
 */
export function countCalls<Item>(
  folder: string,
  items: readonly Item[],
  work: (item: Item) => void,
): number[] {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  try {
    return items.map((item) => {
      work(item);
      return callsSinceLast(session, folder);
    });
  } finally {
    session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}

function callsSinceLast(session: Session, folder: string): number {
  let calls = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error;
    for (const { url, functions } of coverage.result) {
      if (!url.includes(folder)) continue;
      for (const { ranges } of functions) calls += ranges[0]?.count ?? 0;
    }
  });
  return calls;
}

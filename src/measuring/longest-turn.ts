/**
 * Runs `work` and tells how much of the processor this thread takes at most before it looks at its timers again, in
 * milliseconds: for so long nobody else is answered.
 */
export async function measureLongestTurn<Result>(work: () => Promise<Result>): Promise<{
  readonly result: Result;
  readonly longestTurnMs: number;
}> {
  let longestTurnMs = 0;
  let before = process.threadCpuUsage();
  const note = (): void => {
    const { user, system } = process.threadCpuUsage(before);
    longestTurnMs = Math.max(longestTurnMs, (user + system) / 1000);
    before = process.threadCpuUsage();
  };
  const timer = setInterval(note, 1);
  try {
    const result = await work();
    note();
    return { result, longestTurnMs };
  } finally {
    clearInterval(timer);
  }
}

/** Lookups after which the compiler has nothing left to improve; beyond the first few, nobody waits longer for it than this. */
const decidedAfter = 3000;
const fewest = 30;
const longestWarmUpMs = 5000;

/** A bot runs for weeks, so that its first lookups, which are compiled as they go, are not measured. */
export function warmUp(lookUp: (text: string) => unknown, texts: readonly string[]): void {
  const end = performance.now() + longestWarmUpMs;
  for (let count = 0; count < decidedAfter; count += 1) {
    if (count >= fewest && performance.now() > end) return;
    lookUp(texts[count % texts.length] ?? '');
  }
}

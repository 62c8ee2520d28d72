import { medianCpuMs } from '../../src/measuring/bench.ts';
import { renderTable } from '../../src/measuring/table.ts';
import { makeWorstReplies, renderers } from './worst-replies.ts';

/** Prints how long the slowest of the replies made to be slow takes to render, for each platform. */
export function benchReplies(): void {
  const rows = Object.entries(renderers).map(([platform, render]) => {
    const times = makeWorstReplies().map(({ name, reply }) => {
      render(reply);
      return { name, ms: medianCpuMs(() => render(reply)) };
    });
    const slowest = times.reduce((one, other) => (other.ms > one.ms ? other : one));
    return [platform, slowest.name, slowest.ms.toFixed(1)];
  });
  console.log(`\n${renderTable([['reply on', 'slowest, full of', 'ms of CPU'], ...rows])}`);
}

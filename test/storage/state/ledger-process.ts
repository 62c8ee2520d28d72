import { createInterface } from 'node:readline';
import { createState } from '../../../src/storage/state/state.ts';
import { createClock } from './clock.ts';
import { createRecordingLog } from './recording-log.ts';

// A process of its own for tests of what several do at once: opens the state, says so, and does a job on each line it
// is sent. Jobs are JSON, and so are answers.

const [url = '', name = '', options = ''] = process.argv.slice(2);
const { ledger, close } = await createState(url, createRecordingLog(), {
  clock: createClock().now,
});
const stream = ledger.stream(name, JSON.parse(options));

const jobs = {
  /** Those of the keys that this process got. */
  async claim(keys: readonly string[]) {
    const won: string[] = [];
    for (const key of keys) if (await ledger.claim(key, 60_000)) won.push(key);
    return won;
  },
  async append(values: readonly unknown[]) {
    for (const value of values) await stream.append(value);
    return values;
  },
  /** Appends each under itself as key; those of which this process was the first. */
  async appendOnce(values: readonly string[]) {
    const first: string[] = [];
    for (const value of values) if (await stream.append(value, value)) first.push(value);
    return first;
  },
  /** Takes and acknowledges until nothing is left. */
  async work() {
    const done: unknown[] = [];
    for (let count = 0; count < 1000; count++) {
      const entry = await stream.take();
      if (!entry) break;
      done.push(entry.value);
      await stream.acknowledge(entry.id);
    }
    return done;
  },
  /** Takes one and never acknowledges it. */
  take: async () => [await stream.take()],
};
type Job = keyof typeof jobs;

console.log('["ready"]');
for await (const line of createInterface({ input: process.stdin })) {
  const [job, values]: [Job, never] = JSON.parse(line);
  console.log(JSON.stringify(await jobs[job](values)));
}
await close();

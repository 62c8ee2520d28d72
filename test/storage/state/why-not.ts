import { createState, type State, StateError } from '../../../src/storage/state/state.ts';
import { testClock } from '../../support/test-day.ts';
import { createRecordingLog } from './recording-log.ts';

/** What is said of a state that can't be opened; fails where it can. */
export async function whyNot(url: string): Promise<string> {
  const opened: State | StateError = await createState(url, createRecordingLog(), {
    clock: testClock,
  }).catch((error) => error);
  if (!(opened instanceof StateError)) throw new Error(`${url} was opened`);
  return opened.message;
}

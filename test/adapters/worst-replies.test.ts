import { expect, test } from 'vitest';
import { makeWorstReplies, renderers } from '../../tools/bench/worst-replies.ts';
import { countCalls } from '../support/count-calls.ts';

/** Of functions: some 10 ms of CPU. */
const mostCalls = 30_000;

test.each(Object.entries(renderers))('no reply takes long to render on %s', (_, render) => {
  const replies = makeWorstReplies();
  const calls = countCalls('/src/', replies, ({ reply }) => render(reply));
  expect(replies.filter((_, at) => (calls[at] ?? 0) > mostCalls).map(({ name }) => name)).toEqual(
    [],
  );
});

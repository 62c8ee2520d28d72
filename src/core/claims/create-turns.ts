/** Does one thing after the other, whatever becomes of those before it. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.catch(() => {}).then(work);
    last = done;
    return done;
  };
}

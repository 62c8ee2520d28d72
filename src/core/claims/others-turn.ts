/** Resolves once whatever else waits on the event loop has had its turn: for work whose length nobody knows. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

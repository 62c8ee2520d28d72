/** A process that dies at one of its steps: a step is the beginning or the end of something that it asks of the store. */
export interface Mortal {
  /** The same object, as the process sees it. Once it is dead, nothing that it asks for is done or answered. */
  see<Thing extends object>(thing: Thing): Thing;
  readonly steps: number;
  readonly isDead: boolean;
  /** Resolves when it is dead. */
  readonly dead: Promise<void>;
}

/** `diesAt`: the number of the step, the first being 1; never unless given. */
export function createMortal(diesAt = Number.POSITIVE_INFINITY): Mortal {
  const death = Promise.withResolvers<void>();
  let steps = 0;
  let isDead = false;

  /** Never comes back from the step at which it dies. */
  async function step(): Promise<void> {
    steps += isDead ? 0 : 1;
    if (steps >= diesAt) {
      isDead = true;
      death.resolve();
    }
    if (isDead) await new Promise<never>(() => {});
  }

  function see<Thing extends object>(thing: Thing): Thing {
    return new Proxy(thing, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          await step();
          const result: unknown = await Reflect.apply(value, target, args);
          await step();
          return isThing(result) ? see(result) : result;
        };
      },
    });
  }

  return {
    see,
    get steps() {
      return steps;
    },
    get isDead() {
      return isDead;
    },
    dead: death.promise,
  };
}

/** Whether something can be asked for more; data can't. */
function isThing(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((each) => typeof each === 'function')
  );
}

import type { OutboxRecord, OutboxStep } from '../ports/outbox.ts';
import { NotSentError, type Standing } from '../ports/sender.ts';
import type { ErrandTools, Look, StepKind } from './errand.ts';

/** Those of machines differ by less. */
const clocksDifferByMs = 60_000;

export interface StepsParts {
  readonly steps: () => OutboxRecord['steps'];
  /** Rejects where the item is no longer this process's. */
  readonly save: (steps: OutboxRecord['steps']) => Promise<void>;
  readonly remembersNonceForMs: number;
  readonly clock: () => Date;
}

/** The steps of one item: each is noted before it is begun, and after. */
export function createSteps(parts: StepsParts): Pick<ErrandTools, 'begun' | 'settled' | 'step'> {
  const { steps, save, remembersNonceForMs, clock } = parts;

  const rememberedForMs = (kind: StepKind): number => (kind === 'nonce' ? remembersNonceForMs : 0);

  /** In milliseconds; undefined where the clock was set back since, and nobody can tell. */
  function agoMs({ begunAt }: OutboxStep): number | undefined {
    const ago = clock().getTime() - Date.parse(begunAt);
    return ago < -clocksDifferByMs ? undefined : ago;
  }

  function isForgotten(step: OutboxStep, kind: StepKind): boolean {
    return (agoMs(step) ?? Number.POSITIVE_INFINITY) >= rememberedForMs(kind);
  }

  async function write(name: string, step: OutboxStep): Promise<OutboxStep> {
    await save({ ...steps(), [name]: step });
    return step;
  }

  async function forget(name: string): Promise<void> {
    const { [name]: _, ...others } = steps();
    await save(others);
  }

  async function settle(
    name: string,
    kind: StepKind,
    look?: Look,
  ): Promise<OutboxStep | undefined> {
    const before = steps()[name];
    if (before?.state !== 'begun' || !isForgotten(before, kind)) return before;
    const since = agoMs(before) === undefined ? undefined : new Date(before.begunAt);
    const found = (since && (await look?.(since))) ?? 'unknown';
    if (found === 'unknown') return write(name, { ...before, state: 'unsure' });
    if (found !== 'not-there') return write(name, { ...before, state: 'done', standing: found });
    await forget(name);
    return undefined;
  }

  async function step(
    name: string,
    kind: StepKind,
    work: () => Promise<Standing> | Promise<void>,
    shows?: readonly string[],
    look?: Look,
  ): Promise<OutboxStep> {
    const isOnce = kind !== 'repeatable';
    const earlier = isOnce ? await settle(name, kind, look) : steps()[name];
    const before = isOnce || isSame(earlier?.shows, shows) ? earlier : undefined;
    if (before && before.state !== 'begun') return before;
    const begun: OutboxStep = {
      // When it was begun first, since that is what the platform remembers it from.
      begunAt: before?.begunAt ?? clock().toISOString(),
      state: 'begun',
      shows: before ? either(before.shows, shows) : shows,
    };
    if (!before || !isSame(before.shows, begun.shows)) await write(name, begun);
    let standing: Awaited<ReturnType<typeof work>>;
    try {
      standing = await work();
    } catch (error) {
      const isUnsure = !(error instanceof NotSentError) || error.why === 'unsure';
      if (isOnce && isUnsure && rememberedForMs(kind) === 0 && !look) {
        return write(name, { ...begun, state: 'unsure' });
      }
      if (isOnce && !isUnsure) await (before ? write(name, before) : forget(name));
      throw error;
    }
    return write(name, { ...begun, state: 'done', standing: standing ?? undefined });
  }

  return {
    step,
    begun: (name) => steps()[name],
    settled: (name, look) => settle(name, 'nonce', look),
  };
}

/** Unknown where one of them is. */
function either(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): readonly string[] | undefined {
  return one && other && [...new Set([...one, ...other])];
}

export function isSame(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): boolean {
  return (
    one === other ||
    (one?.length === other?.length && [...(one ?? [])].every((each) => other?.includes(each)))
  );
}

import type { Payload, Result } from './conversations.ts';
import { type ShownView, toShownView } from './view-limits.ts';

/** A modal that is open, or a home page. */
export interface OpenView {
  readonly id: string;
  readonly view: ShownView;
  /** How many views lie under it. */
  readonly depth: number;
}

export interface Views {
  /** What is open now, the topmost last. */
  readonly open: readonly OpenView[];
  /** A new permission to open one view; none is good any more once `expireTriggers` was called. */
  newTrigger(): string;
  expireTriggers(): void;
  close(id: string): void;
  call(method: string, payload: Payload): Result | undefined;
}

/** The most views that Slack keeps on top of each other. */
const largestStack = 3;

/** Modals and home pages, as strict about views and triggers as Slack is. */
export function createViews(): Views {
  const open: OpenView[] = [];
  const triggers = new Map<string, 'fresh' | 'used'>();
  let expired = false;
  let counter = 0;

  function take(trigger: unknown): string | undefined {
    const state = triggers.get(String(trigger));
    if (!state) return 'invalid_trigger_id';
    if (expired) return 'expired_trigger_id';
    if (state === 'used') return 'exchanged_trigger_id';
    triggers.set(String(trigger), 'used');
    return undefined;
  }

  function show(view: ShownView, depth: number): Result {
    const id = `V${++counter}`;
    open.push({ id, view, depth });
    return { ok: true, view: { id } };
  }

  return {
    open,
    newTrigger() {
      const id = `trigger-${++counter}`;
      triggers.set(id, 'fresh');
      return id;
    },
    expireTriggers() {
      expired = true;
    },
    close(id) {
      const index = open.findIndex((shown) => shown.id === id);
      if (index !== -1) open.splice(index, 1);
    },
    call(method, payload) {
      if (!method.startsWith('views.')) return undefined;
      const view = toShownView(payload.view);
      if (!view) return { ok: false, error: 'invalid_arguments' };
      const modals = open.filter((shown) => shown.view.type === 'modal');
      switch (method) {
        case 'views.open':
        case 'views.push': {
          if (method === 'views.push' && modals.length === largestStack) {
            return { ok: false, error: 'push_limit_reached' };
          }
          const error = take(payload.trigger_id);
          return error ? { ok: false, error } : show(view, modals.length);
        }
        case 'views.update': {
          const index = open.findIndex(({ id }) => id === payload.view_id);
          const old = open[index];
          if (!old) return { ok: false, error: 'not_found' };
          open[index] = { ...old, view };
          return { ok: true, view: { id: old.id } };
        }
        case 'views.publish':
          return show(view, 0);
        default:
          return { ok: false, error: 'unknown_method' };
      }
    },
  };
}

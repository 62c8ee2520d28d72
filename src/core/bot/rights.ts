import { type UserKey, withoutWorkspace } from '../keys.ts';
import type { Answer } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { Command } from './command.ts';
import type { Question } from './question.ts';

/** Who may run what. Decided here and not in the platforms' permissions, which a server owner can change. */
export interface Rights {
  isOperator(user: UserKey): boolean;
  /** Asks the platform, for what only people who manage the community may do. Rejects where it does not tell. */
  mayRun(command: Command, question: Question): Promise<boolean>;
}

export function createRights(operators: ReadonlySet<UserKey>): Rights {
  /** Where one workspace has the bot, operators may be named without it. */
  const isOperator = (user: UserKey): boolean =>
    operators.has(user) || operators.has(withoutWorkspace(user));

  return {
    isOperator,
    async mayRun({ onlyFor }, { invocation, details }) {
      if (onlyFor === undefined || isOperator(invocation.user)) return true;
      return onlyFor === 'managers' && ((await details.mayManage?.()) ?? false);
    },
  };
}

/** For somebody of whom the platform did not tell what they may do. */
export function presentUnsure(t: Texts): Answer {
  return {
    tone: 'error',
    title: t('settings.refusedTitle'),
    blocks: [{ kind: 'text', text: t('settings.unsure') }],
  };
}

export function presentRefusal({ onlyFor }: Command, t: Texts): Answer {
  const forManagers = onlyFor === 'managers';
  return {
    tone: 'error',
    title: t(forManagers ? 'settings.refusedTitle' : 'admin.refusedTitle'),
    blocks: [{ kind: 'text', text: t(forManagers ? 'settings.refused' : 'admin.refused') }],
  };
}

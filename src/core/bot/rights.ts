import type { UserKey } from '../keys.ts';
import type { Answer } from '../reply/reply.ts';
import type { Texts } from '../texts/texts.ts';
import type { Command } from './command.ts';
import type { Invocation } from './invocation.ts';
import type { Question } from './question.ts';

/** Who may run what. Decided here and not in the platforms' permissions, which a server owner can change. */
export interface Rights {
  isOperator(invocation: Invocation): boolean;
  /** Asks the platform, for what only people who manage the community may do. */
  mayRun(command: Command, question: Question): Promise<boolean>;
}

export function createRights(operators: ReadonlySet<UserKey>): Rights {
  /** Slack's user ids may come twice, in two workspaces; so `slack:T1/U1` names one person among many workspaces. */
  function isOperator({ user, community }: Invocation): boolean {
    const [, id = ''] = user.split(':');
    return operators.has(user) || (community !== undefined && operators.has(`${community}/${id}`));
  }

  return {
    isOperator,
    async mayRun({ onlyFor }, { invocation, details }) {
      if (onlyFor === undefined || isOperator(invocation)) return true;
      return onlyFor === 'managers' && ((await details.mayManage?.()) ?? false);
    },
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

import type { types } from '@slack/bolt';
import type { Action, ButtonAction, SelectAction } from '../../core/reply/action.ts';
import { optionFor, plainText } from './plain-text.ts';

/** Slack's limits (@slack/types, block-kit), lengths in characters. */
const limits = { buttonsPerBlock: 25, buttonText: 75, options: 100, placeholder: 150 } as const;

/** The buttons side by side, and each select in a line of its own. */
export function actionsToBlocks(actions: readonly Action[]): types.ActionsBlock[] {
  const buttons = actions
    .filter((action) => action.kind === 'button')
    .slice(0, limits.buttonsPerBlock);
  const selects = actions
    .filter((action) => action.kind === 'select')
    .filter(({ choices }) => choices.length > 0);
  return [
    ...selects.map((select) => toBlock(select.id, [selectToElement(select)])),
    ...(buttons.length > 0 ? [toBlock('buttons', buttons.map(buttonToElement))] : []),
  ];
}

/** Ids of actions are unique in a reply, so those of blocks that are named after them are, too. */
function toBlock(id: string, elements: types.ActionsBlockElement[]): types.ActionsBlock {
  return { type: 'actions', block_id: `actions.${id}`, elements };
}

function buttonToElement({ id, label }: ButtonAction): types.Button {
  return { type: 'button', action_id: id, text: plainText(label, limits.buttonText) };
}

function selectToElement({ id, prompt, choices }: SelectAction): types.StaticSelect {
  return {
    type: 'static_select',
    action_id: id,
    placeholder: plainText(prompt, limits.placeholder),
    options: choices.slice(0, limits.options).map(optionFor),
  };
}

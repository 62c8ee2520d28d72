import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action, ButtonAction, SelectAction } from '../../core/reply/action.ts';
import { selectOption, shortLabel } from './select-option.ts';

/** Discord's limits for components in messages (discord-api-docs, components/reference.mdx). */
const limits = { rows: 5, buttonsPerRow: 5, buttonLabel: 80, prompt: 150, options: 25 } as const;

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Buttons side by side and each select in a row of its own, in the order given. */
export function actionsToRows(actions: readonly Action[]): ActionRow[] {
  const rows: ActionRow[] = [];
  let buttons: ActionRow['components'] | undefined;
  for (const action of actions) {
    if (action.kind === 'select') {
      buttons = undefined;
      rows.push(row([selectToComponent(action)]));
    } else {
      if (!buttons || buttons.length === limits.buttonsPerRow) {
        buttons = [];
        rows.push(row(buttons));
      }
      buttons.push(buttonToComponent(action));
    }
  }
  return rows.slice(0, limits.rows);
}

function row(components: ActionRow['components']): ActionRow {
  return { type: ComponentType.ActionRow, components };
}

function buttonToComponent({ id, label }: ButtonAction): APIComponentInMessageActionRow {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: id,
    label: shortLabel(label, limits.buttonLabel),
  };
}

function selectToComponent({ id, prompt, choices }: SelectAction): APIComponentInMessageActionRow {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: shortLabel(prompt, limits.prompt),
    options: choices.slice(0, limits.options).map(selectOption),
  };
}

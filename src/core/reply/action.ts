/** Something the reader can do with a reply. Ids are at most 100 characters and unique in a reply. */
export type Action = ButtonAction | SelectAction;

export interface ButtonAction {
  readonly kind: 'button';
  readonly id: string;
  /** Makes sense read alone; at most 38 characters, which both platforms show in full. */
  readonly label: string;
}

export interface SelectAction {
  readonly kind: 'select';
  readonly id: string;
  /** Says what to choose. */
  readonly prompt: string;
  /** At most 25. Renderers cut labels to what their platform takes. */
  readonly choices: readonly { readonly label: string; readonly value: string }[];
}

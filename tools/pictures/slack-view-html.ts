import type { types } from '@slack/bolt';
import { deedToHtml, escapeHtml, nameOf, type Scene, toPage, unknownPart } from './html.ts';
import { blockToHtml, optionsToHtml, selectToHtml } from './slack-html.ts';
import { textObjectToHtml } from './slack-mrkdwn-html.ts';

/** What a select shows that is being typed into, by its `action_id`; undefined where it is closed. */
export type Suggesting = (
  actionId: string,
) => { readonly typed: string; readonly options: readonly types.Option[] } | undefined;

/** The modal as a Slack client shows it. */
export function slackModalToHtml(
  { title, submit, blocks }: types.ModalView,
  { deed, screen }: Scene,
  suggesting: Suggesting = () => undefined,
): string {
  const buttons = [
    '<span class="button">Close</span>',
    ...(submit ? [`<span class="button primary">${textObjectToHtml(submit)}</span>`] : []),
  ];
  return toPage(
    'slack',
    screen,
    `${deedToHtml(deed)}<div class="answer modal"><div class="modal-title">${textObjectToHtml(title)}</div>
${blocks.map((block) => viewBlockToHtml(block, suggesting)).join('')}<div class="footer">${buttons.join('')}</div></div>`,
  );
}

/** The home tab as a Slack client shows it. */
export function slackHomeToHtml({ blocks }: types.HomeView, { screen }: Scene): string {
  const shown = blocks.map((block) => viewBlockToHtml(block, () => undefined));
  return toPage(
    'slack',
    screen,
    `<div class="answer home"><div class="tabs"><b>Home</b> Messages About</div>${shown.join('')}</div>`,
  );
}

/** The SDK's views may hold blocks that it doesn't know either. */
function isKnown(block: types.AnyBlock): block is types.KnownBlock {
  return ['input', 'header', 'rich_text', 'section', 'actions', 'context'].includes(block.type);
}

function viewBlockToHtml(block: types.AnyBlock, suggesting: Suggesting): string {
  if (!isKnown(block)) return unknownPart(`block ${block.type}`);
  if (block.type !== 'input') return blockToHtml(block);
  const { label, hint, optional, element } = block;
  const name = `${textObjectToHtml(label)}${optional ? ' <span class="optional">(optional)</span>' : ''}`;
  const below = hint ? `<div class="hint">${textObjectToHtml(hint)}</div>` : '';
  return `<div class="form-field"><div class="label">${name}</div>${inputToHtml(element, suggesting)}${below}</div>`;
}

function inputToHtml(element: types.InputBlock['element'], suggesting: Suggesting): string {
  switch (element.type) {
    case 'plain_text_input': {
      const shown = element.initial_value
        ? escapeHtml(element.initial_value)
        : `<span class="optional">${element.placeholder ? textObjectToHtml(element.placeholder) : '&nbsp;'}</span>`;
      return `<div class="input${element.multiline ? ' tall' : ''}">${shown}</div>`;
    }
    case 'external_select': {
      const open = suggesting(element.action_id ?? '');
      return open
        ? optionsToHtml(escapeHtml(`${open.typed}▏`), open.options)
        : '<div class="input">Select an item ▾</div>';
    }
    case 'multi_external_select': {
      const open = suggesting(element.action_id ?? '');
      const chosen = element.initial_options?.map(({ text }) => chip(textObjectToHtml(text))) ?? [];
      return open
        ? optionsToHtml([...chosen, escapeHtml(`${open.typed}▏`)].join(' '), open.options)
        : `<div class="input">${chosen.join(' ') || 'Select options ▾'}</div>`;
    }
    case 'static_select':
      return selectToHtml(element);
    case 'multi_static_select': {
      const chosen = element.initial_options?.map(({ text }) => chip(textObjectToHtml(text)));
      return optionsToHtml(chosen?.join(' ') || 'Select options ▾', element.options ?? []);
    }
    case 'multi_conversations_select': {
      const chosen = element.initial_conversations?.map((id) =>
        chip(`# ${escapeHtml(nameOf(id))}`),
      );
      return `<div class="input">${chosen?.join(' ') || 'Select conversations ▾'}</div>`;
    }
    case 'radio_buttons':
      return element.options
        .map((option) => {
          const isChosen = option.value === element.initial_option?.value;
          return `<div><span class="radio">${isChosen ? '●' : '&nbsp;'}</span> ${textObjectToHtml(option.text)}</div>`;
        })
        .join('');
    case 'checkboxes':
      return element.options
        .map((option) => {
          const isTicked = element.initial_options?.some(({ value }) => value === option.value);
          return `<div><span class="tick">${isTicked ? '✓' : '&nbsp;'}</span> ${textObjectToHtml(option.text)}</div>`;
        })
        .join('');
    default:
      return unknownPart(`input ${element.type}`);
  }
}

function chip(html: string): string {
  return `<span class="chip">${html}</span>`;
}

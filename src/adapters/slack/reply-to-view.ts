import type { types } from '@slack/bolt';
import type { Reply } from '../../core/reply/reply.ts';
import { type Texts, textsFor } from '../../core/texts/texts.ts';
import { plainText } from './plain-text.ts';
import { renderSlack } from './render-slack.ts';

const longestTitle = 24;

/** The name of the box in which people search on the home page. */
export const homeSearchId = 'home.search';

/** A reply in a modal, where there is no channel to answer in. The verdict, too long for a modal's title, leads it. */
export function replyToModal(reply: Reply): types.ModalView {
  return toModal(renderSlack(reply).blocks, textsFor(reply.locale));
}

/** Shown until the reply is there: Slack wants to know within three seconds what becomes of a form. */
export function waitingModal(t: Texts): types.ModalView {
  return toModal([{ type: 'section', text: plainText(t('form.working'), 3000) }], t);
}

function toModal(blocks: types.KnownBlock[], t: Texts): types.ModalView {
  return { type: 'modal', title: plainText(t('ask.title'), longestTitle), blocks };
}

/** The home page: its title, a box to search in, and what the bot knows. */
export function replyToHome(reply: Reply): types.HomeView {
  const [title, ...rest] = renderSlack(reply).blocks;
  const blocks = [...(title ? [title] : []), searchBox(textsFor(reply.locale)), ...rest];
  return { type: 'home', blocks };
}

function searchBox(t: Texts): types.InputBlock {
  return {
    type: 'input',
    block_id: homeSearchId,
    dispatch_action: true,
    label: plainText(t('home.search'), 2000),
    element: {
      type: 'plain_text_input',
      action_id: homeSearchId,
      max_length: 3000,
      placeholder: plainText(t('ask.claim'), 150),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  };
}

import type { Platform } from '../keys.ts';
import type { Texts } from '../texts/texts.ts';
import { checkLabel } from './present-elsewhere.ts';
import type { Block } from './reply.ts';

/** Questions to try, as many as there are. */
export function presentExamples(questions: readonly string[], t: Texts): readonly Block[] {
  if (questions.length === 0) return [];
  const items = questions.map((claim) => ({ text: t('claim.quoted', { claim }) }));
  return [{ kind: 'list', heading: t('help.examples'), ordered: false, items, omitted: 0 }];
}

/** How to ask on a platform, as its people type it. */
export function waysToAsk(platform: Platform, t: Texts): Block {
  const privately = {
    discord: { text: t('help.howPrivateDiscord'), detail: t('help.howPrivateDetail') },
    slack: { text: t('help.howPrivateSlack'), detail: t('help.howPrivateDetail') },
  };
  const search = {
    discord: { text: t('help.howSearchDiscord'), detail: t('help.howSearchDetail') },
    slack: { text: t('help.howSearch'), detail: t('help.howSearchDetail') },
    console: { text: t('help.howSearch'), detail: t('help.howSearchDetail') },
  };
  return {
    kind: 'list',
    heading: t('help.how'),
    ordered: false,
    items: [
      { text: t('help.howFact'), detail: t('help.howFactDetail') },
      ...(platform === 'console'
        ? []
        : [{ text: t('help.howForm'), detail: t('help.howFormDetail') }, privately[platform]]),
      search[platform],
      ...(platform === 'console'
        ? []
        : [
            { text: t('help.howMention'), detail: t('help.howMentionDetail') },
            { text: checkLabel(platform, t), detail: t('help.howCheckDetail') },
          ]),
    ],
    omitted: 0,
  };
}

import type { Command } from '../src/core/command.ts';
import type { ListItem } from '../src/core/reply.ts';
import { joinNames, phrase, type Texts } from '../src/core/texts.ts';

/** Says what the bot does, how to ask, who runs it and how mistakes are corrected. */
export const factHelp: Command = {
  name: 'fact-help',
  description: phrase('command.help'),
  options: [],
  visibility: () => 'private',
  async run({ library, about, t }) {
    const { packs, claims } = library.current;
    return {
      tone: 'neutral',
      title: t('help.title'),
      blocks: [
        {
          kind: 'text',
          text: t('help.what', {
            claims: claims.length,
            packs: joinNames(packs.map((pack) => pack.title)),
          }),
        },
        {
          kind: 'list',
          heading: t('help.how'),
          ordered: false,
          items: waysToAsk(t),
          omitted: 0,
        },
        { kind: 'text', heading: t('help.privacy'), text: t('help.privacyText') },
        {
          kind: 'fields',
          fields: [
            { name: t('help.runBy'), value: about.runBy ?? t('help.runByUnknown') },
            { name: t('help.maintainers'), value: unique(packs.map((pack) => pack.maintainer)) },
            { name: t('help.corrections'), value: unique(packs.map((pack) => pack.corrections)) },
          ],
        },
      ],
    };
  },
};

function waysToAsk(t: Texts): readonly ListItem[] {
  return [
    { text: t('help.howFact'), detail: t('help.howFactDetail') },
    { text: t('help.howPrivate'), detail: t('help.howPrivateDetail') },
    { text: t('help.howSearch'), detail: t('help.howSearchDetail') },
    { text: t('help.howMention'), detail: t('help.howMentionDetail') },
  ];
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join('\n');
}

import type { Command } from '../src/core/command.ts';
import { texts } from '../src/core/texts.ts';

/** Says what the bot does, how to ask, who runs it and how mistakes are corrected. */
export const factHelp: Command = {
  name: 'fact-help',
  description: texts.commands.help.description,
  options: [],
  visibility: () => 'private',
  async run({ library, about }) {
    const { packs, claims } = library.current;
    return {
      tone: 'neutral',
      title: texts.help.title,
      blocks: [
        {
          kind: 'text',
          text: texts.help.what(
            claims.length,
            packs.map((pack) => pack.title),
          ),
        },
        {
          kind: 'list',
          heading: texts.help.howHeading,
          ordered: false,
          items: texts.help.how,
          omitted: 0,
        },
        { kind: 'text', heading: texts.help.privacyHeading, text: texts.help.privacy },
        {
          kind: 'fields',
          fields: [
            { name: texts.help.runBy, value: about.runBy ?? texts.help.runByUnknown },
            { name: texts.help.maintainers, value: unique(packs.map((pack) => pack.maintainer)) },
            { name: texts.help.corrections, value: unique(packs.map((pack) => pack.corrections)) },
          ],
        },
      ],
    };
  },
};

function unique(values: readonly string[]): string {
  return [...new Set(values)].join('\n');
}

import type { Command } from '../src/core/command.ts';
import { buttonsWorkForMs } from '../src/core/kept-answers.ts';
import { waysToAsk } from '../src/core/present-help.ts';
import type { Block } from '../src/core/reply.ts';
import { phrase, type Texts } from '../src/core/texts.ts';

/** Says what the bot does, how to ask, who runs it and how mistakes are corrected. */
export const factHelp: Command = {
  name: 'fact-help',
  description: phrase('command.help'),
  options: [],
  visibility: () => 'private',
  async run({ services, settings, platform, t }) {
    const { current } = services.library;
    const packs = current.packs.filter(({ name }) => settings.packs?.includes(name) ?? true);
    const claims = packs.flatMap((pack) => pack.claims);
    const drafts = claims.filter(({ verification }) => verification.status === 'draft').length;
    const titles = packs.map((pack) => pack.title);
    return {
      tone: 'neutral',
      title: t('help.title'),
      blocks: [
        {
          kind: 'text',
          text: t('help.what', { claims: claims.length - drafts, drafts, packs: titles }),
        },
        waysToAsk(platform, t),
        ...(platform === 'console' ? [] : [buttonsNote(t)]),
        { kind: 'text', heading: t('help.privacy'), text: t('help.privacyText') },
        {
          kind: 'fields',
          fields: [
            { name: t('help.runBy'), value: services.about.runBy ?? t('help.runByUnknown') },
            { name: t('help.maintainers'), value: unique(packs.map((pack) => pack.maintainer)) },
            { name: t('help.corrections'), value: unique(packs.map((pack) => pack.corrections)) },
          ],
        },
      ],
    };
  },
};

function buttonsNote(t: Texts): Block {
  return { kind: 'text', text: t('help.buttons', { days: buttonsWorkForMs / 86_400_000 }) };
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join('\n');
}

import type { Command, CommandContext } from '../src/core/bot/command.ts';
import { dayOf } from '../src/core/claims/calendar.ts';
import { exampleQuestions } from '../src/core/claims/example-questions.ts';
import type { Pack } from '../src/core/claims/pack.ts';
import { buttonsWorkForMs } from '../src/core/ports/kept-answers.ts';
import { listNames } from '../src/core/reply/list-names.ts';
import { presentExamples, waysToAsk } from '../src/core/reply/present-help.ts';
import {
  presentForgotten,
  presentKept,
  privacyHint,
  privacyTopics,
  topicNames,
} from '../src/core/reply/present-privacy.ts';
import type { Answer, Block } from '../src/core/reply/reply.ts';
import { phrase, type Texts } from '../src/core/texts/texts.ts';

/** Says what the bot does, how to ask, who runs it and how mistakes are corrected; what it keeps of the asker, and deletes that. */
export const factHelp: Command = {
  name: 'fact-help',
  description: phrase('command.help'),
  isRepeatable: true,
  options: [
    {
      name: 'about',
      description: phrase('command.help.about'),
      type: 'choice',
      choices: privacyTopics.map((topic) => ({ name: phrase(topicNames[topic]), value: topic })),
    },
  ],
  async run(context) {
    switch (context.options.about) {
      case 'privacy':
        return tellKept(context);
      case 'forget me':
        return forget(context);
      default:
        return help(context);
    }
  },
};

async function tellKept({ services, user, platform, t }: CommandContext): Promise<Answer> {
  return presentKept(await services.personal.count(user), platform, t);
}

async function forget({ services, user, t }: CommandContext): Promise<Answer> {
  const deleted = await services.personal.forget(user);
  return presentForgotten(deleted, await services.personal.count(user), t);
}

function help({ services, claims: inUse, platform, now, t }: CommandContext): Answer {
  const counted = inUse.count(dayOf(now));
  const drafts = counted.states.get('draft') ?? 0;
  const claims = counted.packs.reduce((sum, pack) => sum + pack.claims, 0) - drafts;
  const titles = listNames(
    inUse.packs.map((pack) => pack.title),
    t,
  );
  const privacy = [t('help.privacyText'), privacyHint(platform, t)].join('\n');
  return {
    tone: 'neutral',
    title: t('help.title'),
    blocks: [
      {
        kind: 'text',
        text: t('help.what', { claims, drafts, packs: titles }),
      },
      ...presentExamples(exampleQuestions(inUse), t),
      waysToAsk(platform, t),
      ...(platform === 'console' ? [] : [buttonsNote(t)]),
      { kind: 'text', heading: t('help.privacy'), text: privacy },
      {
        kind: 'fields',
        fields: [
          { name: t('help.runBy'), value: services.about.runBy ?? t('help.runByUnknown') },
          { name: t('help.maintainers'), value: ofEach(inUse.packs, (pack) => pack.maintainer, t) },
          {
            name: t('help.corrections'),
            value: ofEach(inUse.packs, (pack) => pack.corrections, t),
          },
        ],
      },
    ],
  };
}

function buttonsNote(t: Texts): Block {
  return { kind: 'text', text: t('help.buttons', { days: buttonsWorkForMs / 86_400_000 }) };
}

/** So many packs are told of one by one. */
const toldPacks = 5;

/** Said once where all packs say the same, else by pack: a mistake is for those who look after its claim. */
function ofEach(packs: readonly Pack[], say: (pack: Pack) => string, t: Texts): string {
  const [said = '', ...others] = new Set(packs.map(say));
  if (others.length === 0) return said;
  const lines = packs
    .slice(0, toldPacks)
    .map((pack) => t('field.line', { name: pack.title, value: say(pack) }));
  const count = packs.length - lines.length;
  return [...lines, ...(count > 0 ? [t('list.omitted', { count })] : [])].join('\n');
}

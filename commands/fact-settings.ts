import { z } from 'zod';
import type {
  Command,
  CommandContext,
  CommandRequest,
  FormContent,
} from '../src/core/bot/command.ts';
import { details, type Settings, settingsSchema } from '../src/core/ports/settings.ts';
import { languageName, presentSettings, shownChanges } from '../src/core/reply/present-settings.ts';
import type { Answer } from '../src/core/reply/reply.ts';
import { visibilityField } from '../src/core/reply/visibility-field.ts';
import { locales, phrase } from '../src/core/texts/texts.ts';
import { UserError } from '../src/core/texts/user-error.ts';

/** For people who manage a community: what it is answered from, where and how. */
export const factSettings: Command = {
  name: 'fact-settings',
  description: phrase('command.settings'),
  onlyFor: 'managers',
  options: [],
  subcommands: [
    { name: 'answers', description: phrase('command.settings.answers'), options: [] },
    { name: 'claims', description: phrase('command.settings.claims'), options: [] },
    { name: 'status', description: phrase('command.settings.status'), options: [] },
  ],
  async run(context): Promise<Answer> {
    const { community, form, settings, services, user, t } = context;
    if (!community) throw new UserError('settings.noCommunity');
    const { communities } = services;
    const current = form
      ? await communities.change(community, user, formToSettings(context))
      : settings;
    const changes = await communities.changes(community, shownChanges);
    return {
      tone: 'neutral',
      title: t(form ? 'settings.savedTitle' : 'settings.title'),
      blocks: presentSettings(community, current, changes, t),
    };
  },
  form: {
    isNeeded: ({ subcommand }) => subcommand === 'answers' || subcommand === 'claims',
    fields(context) {
      if (!context.community) throw new UserError('settings.noCommunity');
      return context.subcommand === 'answers' ? answersForm(context) : claimsForm(context);
    },
  },
};

function answersForm({ settings, t }: CommandContext): FormContent {
  return {
    title: t('settings.answersTitle'),
    submit: t('settings.save'),
    fields: [
      visibilityField(
        'answers',
        {
          label: t('settings.answers'),
          public: t('settings.answersPublic'),
          private: t('settings.answersPrivate'),
        },
        settings.answers,
      ),
      {
        name: 'detail',
        type: 'choice',
        label: t('settings.detail'),
        required: true,
        choices: details.map((value) => ({ label: t(`detail.${value}`), value })),
        value: settings.detail,
      },
      {
        name: 'channels',
        type: 'channels',
        label: t('settings.channels'),
        hint: t('settings.channelsHint'),
        required: false,
        values: settings.channels ?? [],
      },
      {
        name: 'mentions',
        type: 'flag',
        label: t('settings.mentions'),
        required: false,
        value: settings.mentions,
      },
    ],
  };
}

function claimsForm({ settings, allClaims, t }: CommandContext): FormContent {
  return {
    title: t('settings.claimsTitle'),
    submit: t('settings.save'),
    fields: [
      {
        name: 'packs',
        type: 'choices',
        label: t('settings.packs'),
        hint: t('settings.packsHint'),
        required: false,
        // A select takes no more on Discord.
        choices: allClaims.packs
          .slice(0, 25)
          .map(({ title, name }) => ({ label: title, value: name })),
        values: settings.packs ?? [],
      },
      {
        name: 'strictness',
        type: 'choice',
        label: t('settings.strictness'),
        hint: t('settings.strictnessHint'),
        required: true,
        choices: (['strict', 'balanced', 'lenient'] as const).map((value) => ({
          label: t(`settings.${value}`),
          value,
        })),
        value: settings.strictness,
      },
      {
        name: 'language',
        type: 'choice',
        label: t('settings.language'),
        hint: t('settings.languageHint'),
        // Left open, the server's own language counts where the platform tells it.
        required: false,
        choices: locales.map((value) => ({ label: languageName(value), value })),
        ...(settings.language !== null && { value: settings.language }),
      },
    ],
  };
}

/** None chosen means all, and comes as an empty list or not at all. */
const listOrAll = z.array(z.string()).transform((values) => (values.length > 0 ? values : null));

/** What each form sets: nothing that it doesn't ask for is touched. */
const sentForms = {
  answers: settingsSchema
    .pick({ answers: true, detail: true, mentions: true })
    .extend({ channels: listOrAll.default(null) }),
  claims: settingsSchema
    .pick({ strictness: true, language: true })
    .extend({ packs: listOrAll.default(null) }),
};

function formToSettings({ subcommand, form }: CommandRequest): Partial<Settings> {
  return (subcommand === 'answers' ? sentForms.answers : sentForms.claims).parse(form);
}

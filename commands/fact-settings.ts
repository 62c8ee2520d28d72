import { z } from 'zod';
import type { Command, CommandContext, FormContent } from '../src/core/bot/command.ts';
import type { Pack } from '../src/core/claims/pack.ts';
import { details, type Settings, settingsSchema } from '../src/core/ports/settings.ts';
import type { Choice, FormField } from '../src/core/reply/form.ts';
import { listNames } from '../src/core/reply/list-names.ts';
import { presentLate } from '../src/core/reply/present-reload.ts';
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
    {
      name: 'pack',
      description: phrase('command.settings.pack'),
      options: [
        {
          name: 'pack',
          description: phrase('command.settings.pack.name'),
          type: 'text',
          maxLength: 100,
          required: true,
          suggest: 'pack',
        },
        { name: 'off', description: phrase('command.settings.pack.off'), type: 'flag' },
      ],
    },
    { name: 'status', description: phrase('command.settings.status'), options: [] },
  ],
  async run(context): Promise<Answer> {
    const { community, settings, services, allClaims, user, t } = context;
    if (!community) throw new UserError('settings.noCommunity');
    const { communities } = services;
    const wanted = wantedChange(context);
    const { settings: current, others } = wanted
      ? await communities.change(community, user, wanted)
      : { settings, others: [] };
    const changes = await communities.changes(community, shownChanges);
    const blocks = presentSettings(community, current, changes, t);
    const isSearched = allClaims.packs.length > mostListed;
    return {
      tone: 'neutral',
      title: t(wanted ? 'settings.savedTitle' : 'settings.title'),
      blocks: [
        ...blocks,
        ...(isSearched ? [{ kind: 'text', text: t('settings.packHow') } as const] : []),
        ...presentLate(others, t),
      ],
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

/** No select takes more on Discord. */
const mostListed = 25;

function packsField({ settings, allClaims, t }: CommandContext): FormField {
  const { packs } = allClaims;
  const shared = {
    name: 'packs',
    label: t('settings.packs'),
    hint: t('settings.packsHint'),
    required: false,
  };
  const toChoice = ({ title, name }: Pack): Choice => ({ label: title, value: name });
  const chosen = settings.packs ?? [];
  if (packs.length <= mostListed) {
    return { ...shared, type: 'choices', choices: packs.map(toChoice), values: chosen };
  }
  const values = packs.filter(({ name }) => chosen.includes(name)).map(toChoice);
  return { ...shared, type: 'searched', suggest: 'pack', values };
}

function claimsForm(context: CommandContext): FormContent {
  const { settings, t } = context;
  return {
    title: t('settings.claimsTitle'),
    submit: t('settings.save'),
    fields: [
      packsField(context),
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

/** None chosen means all. */
const listOrAll = z.array(z.string()).transform((values) => (values.length > 0 ? values : null));

/** What each form sets: nothing that it doesn't ask for is touched. Where packs have to be searched for, it may not ask for them. */
const sentForms = {
  answers: settingsSchema
    .pick({ answers: true, detail: true, mentions: true })
    .extend({ channels: listOrAll.default(null) }),
  claims: settingsSchema
    .pick({ strictness: true, language: true })
    .extend({ packs: listOrAll.exactOptional() }),
};

/** Undefined where nothing is to be changed. */
function wantedChange(context: CommandContext): Partial<Settings> | undefined {
  const { subcommand, form } = context;
  if (subcommand === 'pack') return switchPack(context);
  if (!form) return undefined;
  return subcommand === 'answers' ? sentForms.answers.parse(form) : sentForms.claims.parse(form);
}

/** @throws {UserError} where there is no such pack, and where none would be left. */
function switchPack({ options, settings, allClaims, t }: CommandContext): Partial<Settings> {
  const named = String(options.pack).trim().toLowerCase();
  const pack = allClaims.packs.find(
    ({ name, title }) => name === named || title.toLowerCase() === named,
  );
  const all = allClaims.packs.map(({ name }) => name);
  if (!pack) throw new UserError('draft.noSuchPack', { pack: named, packs: listNames(all, t) });
  const on = all.filter((name) =>
    name === pack.name ? options.off !== true : (settings.packs?.includes(name) ?? true),
  );
  if (on.length === 0) throw new UserError('settings.lastPack');
  // All of them are those that come later, too.
  return { packs: on.length === all.length ? null : on };
}

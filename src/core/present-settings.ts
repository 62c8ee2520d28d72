import { dayOf, formatPartialDate } from './calendar.ts';
import type { SettingsChange } from './communities.ts';
import type { Block, ListItem } from './reply.ts';
import type { Settings } from './settings.ts';
import { joinNames, type Texts } from './texts.ts';

/** How many of the latest changes are shown. */
export const shownChanges = 5;

/** What a community decided, and who changed what, the latest first. */
export function presentSettings(
  settings: Settings,
  changes: readonly SettingsChange[],
  t: Texts,
): readonly Block[] {
  const items = changes.map((change) => presentChange(change, t));
  return [
    { kind: 'fields', fields: settingFields(settings, t) },
    ...(items.length > 0
      ? [
          {
            kind: 'list',
            heading: t('settings.changes'),
            ordered: false,
            items,
            omitted: 0,
          } as const,
        ]
      : []),
  ];
}

interface Field {
  readonly name: string;
  readonly value: string;
}

function settingFields(settings: Settings, t: Texts): readonly Field[] {
  const { packs, answers, channels, mentions, strictness, language } = settings;
  return [
    { name: t('settings.packs'), value: packs ? joinNames(packs) : t('settings.all') },
    {
      name: t('settings.answers'),
      value: t(answers === 'public' ? 'settings.answersPublic' : 'settings.answersPrivate'),
    },
    { name: t('settings.channels'), value: channels ? joinNames(channels) : t('settings.all') },
    { name: t('settings.mentions'), value: t(mentions ? 'settings.on' : 'settings.off') },
    { name: t('settings.strictness'), value: t(`settings.${strictness}`) },
    {
      name: t('settings.language'),
      value: language ? languageName(language) : t('settings.noLanguage'),
    },
  ];
}

function presentChange({ at, by, before, after }: SettingsChange, t: Texts): ListItem {
  const day = formatPartialDate(dayOf(new Date(at)), t.locale);
  const now = settingFields(after, t);
  const changed = settingFields(before, t).flatMap(({ name, value }, index) => {
    const next = now[index]?.value;
    return next === value ? [] : [`${name}: ${value} → ${next}`];
  });
  return { text: t('settings.changeLine', { day, by }), detail: changed.join('\n') };
}

/** A language in its own words, which is how its speakers look for it. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

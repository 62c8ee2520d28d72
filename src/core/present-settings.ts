import { dayOf, formatPartialDate } from './calendar.ts';
import type { SettingsChange } from './communities.ts';
import type { Block } from './reply.ts';
import type { Settings } from './settings.ts';
import { joinNames, type Texts } from './texts.ts';

/** What a community decided, and who changed it last. */
export function presentSettings(
  settings: Settings,
  last: SettingsChange | undefined,
  t: Texts,
): readonly Block[] {
  const { packs, answers, channels, mentions, strictness, language } = settings;
  return [
    {
      kind: 'fields',
      fields: [
        { name: t('settings.packs'), value: packs ? joinNames(packs) : t('settings.all') },
        {
          name: t('settings.answers'),
          value: t(answers === 'public' ? 'settings.answersPublic' : 'settings.answersPrivate'),
        },
        { name: t('settings.channels'), value: channels ? joinNames(channels) : t('settings.all') },
        { name: t('settings.mentions'), value: t(mentions ? 'settings.on' : 'settings.off') },
        { name: t('settings.strictness'), value: t(`settings.${strictness}`) },
        { name: t('settings.language'), value: languageName(language ?? 'en') },
        {
          name: t('settings.lastChange'),
          value: last ? presentChange(last, t) : t('settings.never'),
        },
      ],
    },
  ];
}

function presentChange({ at, by }: SettingsChange, t: Texts): string {
  const day = formatPartialDate(dayOf(new Date(at)), t.locale);
  return t('settings.changeLine', { day, by });
}

/** A language in its own words, which is how its speakers look for it. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

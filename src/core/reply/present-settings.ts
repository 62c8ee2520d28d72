import { dayOf, formatPartialDate } from '../claims/calendar.ts';
import type { CommunityKey } from '../keys.ts';
import type { SettingsChange } from '../ports/communities.ts';
import type { Settings } from '../ports/settings.ts';
import type { Texts } from '../texts/texts.ts';
import { listNames } from './list-names.ts';
import { fillReferences, type Reference, referenceMark } from './reference.ts';
import type { Block, Field, ListItem } from './reply.ts';

/** How many of the latest changes are shown. */
export const shownChanges = 5;

/** What a community decided, and who changed what, the latest first. */
export function presentSettings(
  community: CommunityKey,
  settings: Settings,
  changes: readonly SettingsChange[],
  t: Texts,
): readonly Block[] {
  const items = changes.map((change) => presentChange(community, change, t));
  return [
    { kind: 'fields', fields: settingFields(community, settings, t) },
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

function settingFields(community: CommunityKey, settings: Settings, t: Texts): readonly Field[] {
  const { packs, answers, detail, channels, mentions, strictness, language } = settings;
  return [
    { name: t('settings.packs'), value: packs ? listNames(packs, t) : t('settings.all') },
    {
      name: t('settings.answers'),
      value: t(answers === 'public' ? 'settings.answersPublic' : 'settings.answersPrivate'),
    },
    { name: t('settings.detail'), value: t(`detail.${detail}`) },
    {
      name: t('settings.channels'),
      value: channels ? t.list(channels.map(() => referenceMark)) : t('settings.all'),
      references: channelReferences(community, channels ?? []),
    },
    { name: t('settings.mentions'), value: t(mentions ? 'settings.on' : 'settings.off') },
    { name: t('settings.strictness'), value: t(`settings.${strictness}`) },
    {
      name: t('settings.language'),
      value: language ? languageName(language) : t('settings.noLanguage'),
    },
  ];
}

function channelReferences(
  community: CommunityKey,
  channels: readonly string[],
): readonly Reference[] {
  const platform = community.startsWith('discord:') ? 'discord' : 'slack';
  return channels.map((id) => ({ kind: 'channel', key: `${platform}:${id}` }));
}

function presentChange(
  community: CommunityKey,
  { at, by, before, after }: SettingsChange,
  t: Texts,
): ListItem {
  const day = formatPartialDate(dayOf(new Date(at)), t.locale);
  const now = settingFields(community, after, t);
  const changed = settingFields(community, before, t).flatMap((field, index) => {
    const next = now[index];
    return next && !isSame(field, next) ? [{ field, next }] : [];
  });
  return {
    text: t('settings.changeLine', { day, by: referenceMark }),
    references: [{ kind: 'user', key: by }],
    detail: changed
      .map(({ field: { name, value }, next }) =>
        t('field.line', { name, value: `${value} → ${next.value}` }),
      )
      .join('\n'),
    detailReferences: changed.flatMap(({ field, next }) => [
      ...(field.references ?? []),
      ...(next.references ?? []),
    ]),
  };
}

/** Two channels read alike until their references are filled in. */
function isSame(one: Field, other: Field): boolean {
  const shown = ({ value, references }: Field): string => fillReferences(value, references);
  return shown(one) === shown(other);
}

/** A language in its own words, which is how its speakers look for it. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

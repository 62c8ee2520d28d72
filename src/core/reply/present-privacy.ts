import type { Platform } from '../keys.ts';
import { buttonsWorkForMs } from '../ports/kept-answers.ts';
import {
  type ChangeCounts,
  changeKinds,
  type OwnCounts,
  ownKinds,
} from '../ports/personal-records.ts';
import type { MessageKey, Texts } from '../texts/texts.ts';
import type { Answer, Block } from './reply.ts';

/** What `fact-help` tells beside the help itself: values of its option. */
export const privacyTopics = ['privacy', 'forget me'] as const;
export type PrivacyTopic = (typeof privacyTopics)[number];

/** What people choose from, where the platform shows a choice. */
export const topicNames = {
  privacy: 'command.help.about.privacy',
  'forget me': 'command.help.about.forget',
} as const satisfies Record<PrivacyTopic, MessageKey>;

/** What the store holds under the asker's account, and how to have it deleted. */
export function presentKept(
  counts: OwnCounts & ChangeCounts,
  platform: Platform,
  t: Texts,
): Answer {
  const items = [...ownItems(counts, t), ...changeItems(counts, t)];
  const canForget = ownKinds.some((kind) => counts[kind] > 0);
  return {
    tone: 'neutral',
    title: t('privacy.title'),
    blocks: [
      items.length > 0 ? list(items) : { kind: 'text', text: t('privacy.nothing') },
      ...(canForget ? [forgetHint(platform, t)] : []),
      { kind: 'text', text: t('privacy.unnamed') },
    ],
  };
}

/** What was deleted of the asker's, and what stays. */
export function presentForgotten(deleted: OwnCounts, left: ChangeCounts, t: Texts): Answer {
  const items = ownItems(deleted, t).map(({ text }) => ({ text }));
  const stays = changeItems(left, t);
  return {
    tone: 'neutral',
    title: t(items.length > 0 ? 'privacy.deletedTitle' : 'privacy.nothingToDelete'),
    blocks: [
      ...(items.length > 0
        ? [list(items), { kind: 'text', text: t('privacy.deletedText') } as const]
        : []),
      ...(stays.length > 0 ? [{ ...list(stays), heading: t('privacy.stays') }] : []),
    ],
  };
}

/** Where the help says what becomes of what people write. */
export function privacyHint(platform: Platform, t: Texts): string {
  const [kept, forget] = privacyTopics.map((topic) => toType(topic, platform, t));
  return t('help.privacyCommands', { kept: kept ?? '', forget: forget ?? '' });
}

function forgetHint(platform: Platform, t: Texts): Block {
  const command = toType('forget me', platform, t);
  return { kind: 'text', text: t('privacy.howToDelete', { command }) };
}

/** Discord shows the topics in the asker's language; elsewhere they are typed. */
function toType(topic: PrivacyTopic, platform: Platform, t: Texts): string {
  if (platform !== 'discord') return `/fact-help ${topic}`;
  return `/fact-help about: ${t(topicNames[topic])}`;
}

type Items = Extract<Block, { kind: 'list' }>['items'];

function list(items: Items): Extract<Block, { kind: 'list' }> {
  return { kind: 'list', ordered: false, items, omitted: 0 };
}

function ownItems(counts: OwnCounts, t: Texts): Items {
  const days = buttonsWorkForMs / 86_400_000;
  return ownKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({
      text: t(`privacy.${kind}`, { count: counts[kind] }),
      detail: t(`privacy.${kind}Why`, { days }),
    }));
}

function changeItems(counts: ChangeCounts, t: Texts): Items {
  return changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => ({
      text: t(`privacy.${kind}`, { count: counts[kind] }),
      detail: t(`privacy.${kind}Why`),
    }));
}

import { dayOf } from '../claims/calendar.ts';
import { presentHome } from '../reply/present-home.ts';
import { textsFor } from '../texts/texts.ts';
import type { Bot } from './bot.ts';
import { createPlanner, type PlannerParts } from './create-planner.ts';
import { suggestClaims, suggestTopics } from './suggest.ts';

export function createBot(parts: PlannerParts): Bot {
  const { commands, services, clock } = parts;
  const { library, communities } = services;
  return {
    commands,
    plan: createPlanner(parts),
    async suggest({ suggest, typed, community, locale }, limits) {
      const { packs, language } = communities.settings(community);
      const claims = library.current.only(packs);
      if (suggest === 'topic') return suggestTopics(claims, typed, limits);
      const popular = services.popularity.top(community);
      return suggestClaims(
        { claims, typed, popular, today: dayOf(clock()) },
        limits,
        textsFor(locale, language),
      );
    },
    async home({ community, locale }) {
      const { packs, language } = communities.settings(community);
      const t = textsFor(locale, language);
      const answer = presentHome(library.current.only(packs), dayOf(clock()), t);
      return { ...answer, locale: t.locale, visibility: 'private' };
    },
  };
}

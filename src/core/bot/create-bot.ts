import { dayOf } from '../claims/calendar.ts';
import type { UserKey } from '../keys.ts';
import { presentHome } from '../reply/present-home.ts';
import { troubleReply } from '../reply/trouble-reply.ts';
import { textsFor } from '../texts/texts.ts';
import { createAdmission } from './admission.ts';
import type { Bot } from './bot.ts';
import { createPlanner, type PlannerParts } from './create-planner.ts';
import type { AskerDetails } from './plan.ts';
import { createRights } from './rights.ts';
import { suggestClaims, suggestPacks, suggestTopics } from './suggest.ts';

export interface BotParts extends Omit<PlannerParts, 'rights' | 'admission'> {
  /** Who may run the commands for operators. */
  readonly operators: ReadonlySet<UserKey>;
}

export function createBot(parts: BotParts): Bot {
  const { commands, services, limits, operators, clock } = parts;
  const { library, communities, blocked } = services;
  const rights = createRights(operators);
  const admission = createAdmission({ blocked, limits, rights });
  return {
    commands,
    ...createPlanner({ ...parts, rights, admission }),
    async suggest({ suggest, typed, user, community, locale, mayManage }, limits) {
      if (!(await admission.mayBeOffered(user))) return [];
      const { packs, language } = communities.settings(community);
      const { current } = library;
      const claims = current.only(packs);
      if (suggest === 'pack') {
        const mayChoose = rights.isOperator(user) || (await isManager(mayManage));
        return suggestPacks((mayChoose ? current : claims).packs, typed, limits);
      }
      if (suggest === 'topic') return suggestTopics(claims, typed, limits);
      const popular = services.popularity.top(community);
      return suggestClaims(
        { claims, typed, popular, today: dayOf(clock()) },
        limits,
        textsFor(locale, language),
      );
    },
    async home({ user, community, locale }) {
      const { packs, language } = communities.settings(community);
      const t = textsFor(locale, language);
      const refusal = await admission.refuse({ user, community });
      if (refusal?.why === 'over-limit') return undefined;
      if (refusal) return troubleReply(refusal.error.key, t);
      const answer = presentHome(library.current.only(packs), dayOf(clock()), t);
      return { ...answer, locale: t.locale, visibility: 'private' };
    },
  };
}

/** Whoever the platform does not tell of gets what members get. */
async function isManager(mayManage: AskerDetails['mayManage']): Promise<boolean> {
  try {
    return (await mayManage?.()) ?? false;
  } catch {
    return false;
  }
}

import type { Command, CommandContext } from '../src/core/bot/command.ts';
import { draftForm, previewDraft } from '../src/core/bot/draft-claim.ts';
import { answerRequest, declineRequest, showRequests } from '../src/core/bot/manage-requests.ts';
import { reportOutcomes, settleReport } from '../src/core/bot/settle-report.ts';
import { decide, namedClaim, showVerification } from '../src/core/bot/verify-claim.ts';
import { judgements } from '../src/core/claims/decisions.ts';
import { setsToGoBackTo } from '../src/core/claims/kept-sets.ts';
import { claimToRevision } from '../src/core/claims/revision.ts';
import { presentCorrections } from '../src/core/corrections/present-corrections.ts';
import { type CommunityKey, platformId, type UserKey } from '../src/core/keys.ts';
import type { Communities } from '../src/core/ports/communities.ts';
import { declineReasons } from '../src/core/ports/requests.ts';
import { defaultSettings } from '../src/core/ports/settings.ts';
import { countStandingAnswers } from '../src/core/ports/standing-answers.ts';
import { presentRehearsal } from '../src/core/reply/present-rehearsal.ts';
import { presentLate, presentReload, presentRollback } from '../src/core/reply/present-reload.ts';
import { presentSets } from '../src/core/reply/present-sets.ts';
import { presentSettings, shownChanges } from '../src/core/reply/present-settings.ts';
import { presentStatus } from '../src/core/reply/present-status.ts';
import type { Answer } from '../src/core/reply/reply.ts';
import { phrase, type Texts } from '../src/core/texts/texts.ts';
import { UserError } from '../src/core/texts/user-error.ts';

const person = {
  name: 'user',
  description: phrase('command.admin.user'),
  type: 'text',
  maxLength: 64,
  required: true,
} as const;

const request = {
  name: 'request',
  description: phrase('command.admin.request'),
  type: 'text',
  maxLength: 32,
  required: true,
} as const;

/** For operators: reloads the claims, takes a reload back, tells how the bot and its communities are. */
export const factAdmin: Command = {
  name: 'fact-admin',
  description: phrase('command.admin'),
  onlyFor: 'operators',
  options: [],
  subcommands: [
    {
      name: 'reload',
      description: phrase('command.admin.reload'),
      options: [
        { name: 'dry-run', description: phrase('command.admin.reload.dryRun'), type: 'flag' },
      ],
    },
    { name: 'undo', description: phrase('command.admin.undo'), options: [] },
    {
      name: 'rollback',
      description: phrase('command.admin.rollback'),
      options: [
        {
          name: 'set',
          description: phrase('command.admin.rollback.set'),
          type: 'number',
          min: 0,
          max: setsToGoBackTo,
        },
      ],
    },
    { name: 'status', description: phrase('command.admin.status'), options: [] },
    {
      name: 'community',
      description: phrase('command.admin.community'),
      options: [
        {
          name: 'community',
          description: phrase('command.admin.community.key'),
          type: 'text',
          maxLength: 64,
        },
        { name: 'reset', description: phrase('command.admin.community.reset'), type: 'flag' },
      ],
    },
    { name: 'block', description: phrase('command.admin.block'), options: [person] },
    { name: 'unblock', description: phrase('command.admin.unblock'), options: [person] },
    {
      name: 'verify',
      description: phrase('command.admin.verify'),
      options: [
        {
          name: 'claim',
          description: phrase('command.admin.verify.claim'),
          type: 'text',
          maxLength: 300,
          required: true,
          suggest: 'claim',
        },
        {
          name: 'decision',
          description: phrase('command.admin.verify.decision'),
          type: 'choice',
          choices: judgements.map((judgement) => ({
            name: phrase(`decision.${judgement}`),
            value: judgement,
          })),
        },
        {
          name: 'why',
          description: phrase('command.admin.verify.why'),
          type: 'text',
          maxLength: 500,
        },
      ],
    },
    {
      name: 'corrections',
      description: phrase('command.admin.corrections'),
      options: [
        {
          name: 'page',
          description: phrase('command.admin.corrections.page'),
          type: 'number',
          min: 1,
          max: 1000,
        },
      ],
    },
    {
      name: 'draft',
      description: phrase('command.admin.draft'),
      options: [
        {
          name: 'pack',
          description: phrase('command.admin.draft.pack'),
          type: 'text',
          maxLength: 32,
          suggest: 'pack',
        },
        { ...request, description: phrase('command.admin.draft.request'), required: false },
      ],
    },
    {
      name: 'requests',
      description: phrase('command.admin.requests'),
      options: [
        {
          name: 'page',
          description: phrase('command.search.page'),
          type: 'number',
          min: 1,
          max: 10_000,
        },
      ],
    },
    {
      name: 'answer',
      description: phrase('command.admin.answer'),
      options: [
        request,
        {
          name: 'claim',
          description: phrase('command.admin.answer.claim'),
          type: 'text',
          maxLength: 200,
          suggest: 'claim',
          required: true,
        },
      ],
    },
    {
      name: 'decline',
      description: phrase('command.admin.decline'),
      options: [
        request,
        {
          name: 'reason',
          description: phrase('command.admin.decline.reason'),
          type: 'choice',
          choices: declineReasons.map((reason) => ({
            name: phrase(`decline.${reason}`),
            value: reason,
          })),
          required: true,
        },
      ],
    },
    {
      name: 'report',
      description: phrase('command.admin.report'),
      options: [
        { ...request, name: 'report', description: phrase('command.admin.report.id') },
        {
          name: 'decision',
          description: phrase('command.admin.report.decision'),
          type: 'choice',
          choices: reportOutcomes.map((outcome) => ({
            name: phrase(`report.${outcome}`),
            value: outcome,
          })),
          required: true,
        },
        {
          name: 'claim',
          description: phrase('command.admin.report.claim'),
          type: 'text',
          maxLength: 200,
          suggest: 'claim',
        },
      ],
    },
  ],
  async run(context) {
    switch (context.subcommand) {
      case 'reload':
        return reload(context);
      case 'undo':
        return goBack(context, undefined);
      case 'rollback':
        return rollback(context);
      case 'community':
        return showCommunity(context);
      case 'block':
      case 'unblock':
        return changeBlockList(context);
      case 'verify':
        return verify(context);
      case 'corrections':
        return showCorrections(context);
      case 'draft':
        return previewDraft(context);
      case 'requests':
        return showRequests(context);
      case 'answer':
        return answerRequest(context);
      case 'decline':
        return declineRequest(context);
      case 'report':
        return settleReport(context);
      default:
        return showStatus(context);
    }
  },
  form: { isNeeded: ({ subcommand }) => subcommand === 'draft', fields: draftForm },
};

async function reload({ services, options, user, t }: CommandContext): Promise<Answer> {
  if (options['dry-run'] === true) return rehearse(services, t);
  const { result, others } = await services.library.reload(user);
  return presentReload(result, others, t);
}

async function rehearse(services: CommandContext['services'], t: Texts): Promise<Answer> {
  const rehearsal = await services.library.rehearse();
  const revised = rehearsal.outcome === 'would-load' ? rehearsal.revised : [];
  return presentRehearsal(rehearsal, await countStandingAnswers(services.receipts, revised), t);
}

async function rollback(context: CommandContext): Promise<Answer> {
  const { services, allClaims, options, t } = context;
  if (typeof options.set === 'number') return goBack(context, options.set);
  return presentSets(await services.library.sets(), allClaims.fingerprint, t);
}

/** Without a number, one step. */
async function goBack(
  { services, user, t }: CommandContext,
  number: number | undefined,
): Promise<Answer> {
  const { result, others } = await services.library.rollback(user, number);
  return presentRollback(result, number, others, t);
}

async function showStatus({ services, allClaims, now, t }: CommandContext): Promise<Answer> {
  const { about, library } = services;
  const { files } = library;
  const reloads = await library.reloads(5);
  const processes = await services.processes.list();
  const connections = services.connections.list();
  const feeds = services.feeds.list();
  return presentStatus(
    { claims: allClaims, files, about, reloads, connections, feeds, processes, now },
    t,
  );
}

async function verify(context: CommandContext): Promise<Answer> {
  const { claim, decision, why } = context.options;
  const judgement = judgements.find((each) => each === decision);
  if (!judgement) return showVerification(String(claim), context);
  const shown = claimToRevision(namedClaim(String(claim), context.allClaims));
  return decide(shown, judgement, String(why ?? ''), context);
}

async function showCommunity(context: CommandContext): Promise<Answer> {
  const { services, options, user, t } = context;
  const { communities } = services;
  const known = await communities.list();
  if (options.community === undefined) {
    return {
      tone: 'neutral',
      title: t('admin.communities'),
      blocks: [
        { kind: 'text', text: known.length > 0 ? known.join('\n') : t('admin.noCommunities') },
      ],
    };
  }
  const community = known.find((key): key is CommunityKey => key === options.community);
  if (!community) {
    throw new UserError('admin.noSuchCommunity', { community: String(options.community) });
  }
  const { settings, others } =
    options.reset === true
      ? await communities.change(community, user, defaultSettings)
      : { settings: communities.settings(community), others: [] };
  const changes = await communities.changes(community, shownChanges);
  return {
    tone: 'neutral',
    title: options.reset === true ? t('admin.resetTitle') : community,
    blocks: [...presentSettings(community, settings, changes, t), ...presentLate(others, t)],
  };
}

async function changeBlockList({
  services,
  community,
  isOperator,
  subcommand,
  options,
  t,
}: CommandContext): Promise<Answer> {
  const { blocked } = services;
  const user = await toUserKey(String(options.user), community, services.communities);
  if (subcommand === 'block' && isOperator(user)) throw new UserError('admin.isOperator', { user });
  const others = await (subcommand === 'block' ? blocked.add(user) : blocked.remove(user));
  const names = blocked.list();
  return {
    tone: 'neutral',
    title: t(subcommand === 'block' ? 'admin.blockedTitle' : 'admin.unblockedTitle'),
    blocks: [
      {
        kind: 'fields',
        fields: [
          {
            name: t('admin.blockedNow'),
            value: names.length > 0 ? t.list(names) : t('admin.nobody'),
          },
        ],
      },
      ...presentLate(others, t),
    ],
  };
}

/** Slack's ids count in their workspace: where none is named, in the operator's own, or in the only one there is. */
async function toUserKey(
  text: string,
  here: CommunityKey | undefined,
  communities: Pick<Communities, 'list'>,
): Promise<UserKey> {
  const [, discord] = text.trim().match(/^discord:(\d+)$/i) ?? [];
  if (discord) return `discord:${discord}`;
  const [, workspace, member] =
    text
      .trim()
      .toUpperCase()
      .match(/^SLACK:(?:(T[A-Z0-9]+)\/)?([UW][A-Z0-9]+)$/) ?? [];
  if (!member) throw new UserError('admin.notAUser', { user: text });
  if (workspace) return `slack:${workspace}/${member}`;
  const isSlack = (key: CommunityKey): boolean => key.startsWith('slack:');
  const [only, ...others] =
    here && isSlack(here) ? [here] : (await communities.list()).filter(isSlack);
  if (!only || others.length > 0) throw new UserError('admin.whichWorkspace', { member });
  return `slack:${platformId(only)}/${member}`;
}

/** A page of corrections fits a message on either platform. */
const correctionsOnPage = 10;

async function showCorrections({ services, options, t }: CommandContext): Promise<Answer> {
  const page = typeof options.page === 'number' ? options.page : 1;
  const records = await services.outbox.list(
    'correction ',
    undefined,
    page * correctionsOnPage + 1,
  );
  const shown = records.slice((page - 1) * correctionsOnPage, page * correctionsOnPage);
  return presentCorrections(
    shown,
    records.length > page * correctionsOnPage ? page + 1 : undefined,
    t,
  );
}

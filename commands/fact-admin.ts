import type { Command } from '../src/core/bot/command.ts';
import { draftForm, previewDraft } from '../src/core/bot/draft-claim.ts';
import { changeBlockList } from '../src/core/bot/manage-blocks.ts';
import { showCommunity } from '../src/core/bot/manage-communities.ts';
import { goBack, reload, rollback, showStatus } from '../src/core/bot/manage-packs.ts';
import { answerRequest, declineRequest, showRequests } from '../src/core/bot/manage-requests.ts';
import { reportOutcomes, settleReport } from '../src/core/bot/settle-report.ts';
import { showCorrections } from '../src/core/bot/show-corrections.ts';
import { claimOption, verify } from '../src/core/bot/verify-claim.ts';
import { judgements } from '../src/core/claims/decisions.ts';
import { setsToGoBackTo } from '../src/core/claims/kept-sets.ts';
import { declineReasons } from '../src/core/ports/requests.ts';
import { phrase } from '../src/core/texts/texts.ts';

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
        claimOption,
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

import { answerLookup } from '../src/core/bot/answer-claim.ts';
import type { Command, CommandRequest } from '../src/core/bot/command.ts';
import type { ClaimSet } from '../src/core/claims/claim-set.ts';
import type { Lookup } from '../src/core/claims/lookup.ts';
import { visibilityField } from '../src/core/reply/visibility-field.ts';
import { phrase } from '../src/core/texts/texts.ts';
import { UserError } from '../src/core/texts/user-error.ts';

const longestClaim = 6000;

/** Looks up a claim in free words, or by its id. */
export const fact: Command = {
  name: 'fact',
  description: phrase('command.fact'),
  options: [
    {
      name: 'claim',
      description: phrase('command.fact.claim'),
      type: 'text',
      maxLength: longestClaim,
      suggest: 'claim',
    },
    {
      name: 'private',
      description: phrase('command.fact.private'),
      type: 'flag',
      opposite: 'public',
    },
  ],
  visibility({ options, form, settings }) {
    if (form) return form.answer === 'private' ? 'private' : 'public';
    if (options.private === undefined) return settings.answers;
    return options.private ? 'private' : 'public';
  },
  mayRepeat: ({ options, form }) => form !== undefined || options.private !== undefined,
  claimAnswered(request, claims) {
    const found = lookup(request, claims);
    return found?.outcome === 'match' ? found.claim.ref : undefined;
  },
  async run(context) {
    const claims = context.services.library.current;
    const topic = topicOf(context);
    if (topic !== '' && !claims.topics.includes(topic)) {
      throw new UserError('search.noSuchTopic', { topic, topics: claims.topics });
    }
    const found = lookup(context, claims);
    if (!found) throw new UserError('mistake.missingOption', { option: 'claim', command: 'fact' });
    return answerLookup(found, context, context.visibility);
  },
  form: {
    isNeeded: (request) => claimText(request) === '',
    fields: ({ t, settings }) => ({
      title: t('ask.title'),
      submit: t('ask.submit'),
      fields: [
        {
          name: 'claim',
          type: 'suggested',
          suggest: 'claim',
          label: t('ask.claim'),
          required: true,
          maxLength: 3000,
        },
        {
          name: 'topic',
          type: 'suggested',
          suggest: 'topic',
          label: t('ask.topic'),
          required: false,
          maxLength: 64,
        },
        visibilityField(
          'answer',
          { label: t('ask.answer'), public: t('ask.public'), private: t('ask.private') },
          settings.answers,
        ),
      ],
    }),
  },
};

function lookup(request: CommandRequest, claims: ClaimSet): Lookup | undefined {
  const text = claimText(request);
  if (text === '') return undefined;
  const { packs, strictness } = request.settings;
  const topic = topicOf(request);
  return claims.lookup(text, { packs, strictness, ...(topic !== '' && { topic }) });
}

function topicOf({ form }: CommandRequest): string {
  return String(form?.topic ?? '')
    .trim()
    .toLowerCase();
}

function claimText({ options, form }: CommandRequest): string {
  return String(options.claim ?? form?.claim ?? '').trim();
}

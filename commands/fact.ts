import { answerFinding } from '../src/core/bot/answer-finding.ts';
import type { Command, CommandRequest, Prepared } from '../src/core/bot/command.ts';
import { lookUp } from '../src/core/bot/look-up.ts';
import { details } from '../src/core/ports/settings.ts';
import { visibilityField } from '../src/core/reply/visibility-field.ts';
import { cutText } from '../src/core/texts/cut-text.ts';
import { phrase } from '../src/core/texts/texts.ts';
import { UserError } from '../src/core/texts/user-error.ts';

const longestClaim = 6000;
const longestTopic = 64;

/** Looks up a claim in free words, or by its id. */
export const fact: Command = {
  name: 'fact',
  description: phrase('command.fact'),
  isRepeatable: true,
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
    {
      name: 'detail',
      description: phrase('command.fact.detail'),
      type: 'choice',
      choices: details.map((detail) => ({ name: phrase(`detail.${detail}`), value: detail })),
    },
  ],
  async prepare(request, claims) {
    const text = claimText(request);
    if (text === '') return { visibility: 'private' };
    if (text.length > longestClaim) {
      const { length } = text;
      throw new UserError('mistake.tooLong', { option: 'claim', length, max: longestClaim });
    }
    const topic = topicOf(request);
    if (topic !== '' && !claims.topics().includes(topic)) {
      const named = cutText(topic, longestTopic);
      throw new UserError('search.noSuchTopic', { topic: named, topics: claims.topics() });
    }
    const { strictness } = request.settings;
    return {
      ...whoSees(request),
      lookup: await lookUp(claims, text, { strictness, ...(topic !== '' && { topic }) }),
    };
  },
  async run(context) {
    const { lookup, visibility, options } = context;
    if (!lookup) throw new UserError('mistake.missingOption', { option: 'claim', command: 'fact' });
    const detail = details.find((each) => each === options.detail) ?? context.detail;
    const question = { ...context, asked: claimText(context) };
    return answerFinding(lookup, question, visibility, detail);
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
          maxLength: longestTopic,
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

function whoSees({ options, form, settings }: CommandRequest): Prepared {
  if (form) {
    return { visibility: form.answer === 'private' ? 'private' : 'public', isAskersWish: true };
  }
  if (options.private === undefined) return { visibility: settings.answers };
  return { visibility: options.private ? 'private' : 'public', isAskersWish: true };
}

function topicOf({ form }: CommandRequest): string {
  return String(form?.topic ?? '')
    .trim()
    .toLowerCase();
}

function claimText({ options, form }: CommandRequest): string {
  return String(options.claim ?? form?.claim ?? '').trim();
}

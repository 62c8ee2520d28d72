import { formatPartialDate } from './calendar.ts';
import type { Verdict } from './claim.ts';
import type { VerificationState } from './verification.ts';

/** Every sentence that the bot says, in one place. Plain text: renderers add the markup. */
export const texts = {
  commands: {
    fact: {
      description: 'Look up a claim: verdict, summary, sources and how far to trust them',
      claim: 'The claim as you heard it, or the id of one',
      private: 'Show the answer only to you',
    },
    search: {
      description: 'List the checked claims that hold some words',
      words: 'Words to look for',
      verdict: 'Only claims with this verdict',
      topic: 'Only claims about this topic',
      page: 'Which page of the list',
    },
    help: { description: 'What this bot does, how to ask, and who runs it' },
    admin: {
      description: 'For operators: reload the claims, undo a reload, see the status',
      reload: 'Read all packs again and use them if they hold no mistake',
      undo: 'Take the last reload back',
      status: 'Packs, counts, last reload and versions',
    },
  },

  verdicts: {
    true: 'True',
    'mostly-true': 'Mostly true',
    mixed: 'Mixed',
    'mostly-false': 'Mostly false',
    false: 'False',
    misleading: 'Misleading',
    outdated: 'Outdated',
    satire: 'Satire',
    unverified: 'Unverified',
    opinion: 'Opinion, not rated',
  } satisfies Record<Verdict, string>,

  verificationStates: {
    draft: 'Check under way',
    verified: 'Verified',
    due: 'Re-check due',
    expired: 'Expired',
    disputed: 'Disputed',
    retracted: 'Retracted',
  } satisfies Record<VerificationState, string>,

  claim: {
    /** A claim is always quoted, never said in our own voice. */
    quoted: (claim: string) => `“${claim}”`,
    draft:
      'A check of this claim is under way. There is no verdict yet; this is what it rests on so far.',
    draftSources: 'Read so far',
    retracted: (reason: string) => `This check was withdrawn and must not be relied on. ${reason}`,
    disputed: (reason: string) => `This check is disputed. ${reason}`,
    expired: 'This check is too old to be relied on: nobody has re-checked it in time.',
    disputedTitle: (verdict: string) => `Disputed: was rated “${verdict}”`,
    expiredTitle: (verdict: string) => `Expired: was rated “${verdict}”`,
    dueTitle: (verdict: string) => `${verdict} · re-check due`,
    context: 'What else to know',
    mainSource: 'Main source',
    sources: 'Sources',
    published: (date: string, approximate: boolean) =>
      `${approximate ? 'about ' : ''}${formatPartialDate(date)}`,
    undated: 'no date given',
    noLink: 'no link',
    notRead: 'known of, not read',
    stances: { supports: 'supports', refutes: 'refutes', context: 'gives context' },
    publisherRating: (rating: string) => `rated it “${rating}”`,
    saidBy: 'Said by',
    verification: 'Verification',
    verifiedOn: (state: string, day: string) => `${state} ${formatPartialDate(day)}`,
    lastVerifiedOn: (day: string) => `last verified ${formatPartialDate(day)}`,
    recheckDue: (day: string) => `re-check due ${formatPartialDate(day)}`,
    checkedBy: (names: readonly string[]) => `by ${names.join(', ')}`,
    asOf: 'Evidence up to',
    ref: 'Claim',
  },

  difference: {
    title: 'Not the same claim',
    replaced: (asked: string, checked: string) =>
      `You asked about “${asked}”. The checked claim says “${checked}”.`,
    added: (asked: string) => `You asked about “${asked}”. The checked claim does not say that.`,
    missing: (checked: string) => `The checked claim says “${checked}”. Your text does not.`,
    negated:
      'You asked about the opposite of a checked claim. What follows is about the checked claim, not about yours.',
    verdict: (verdict: string) => `The checked claim is rated: ${verdict}.`,
  },

  ambiguous: {
    title: 'Which of these do you mean?',
    text: 'More than one checked claim is close to what you wrote. Ask again with the id of the one you mean.',
  },

  none: {
    title: 'No record',
    text: 'Nobody has checked this here. That says nothing about whether it is true.',
    nearest: 'Nearest checked claims, which are not the same',
    nothingToCheckTitle: 'Nothing to check',
    nothingToCheck:
      'I see no statement in this that could be checked. Send me a claim as you heard it.',
  },

  search: {
    title: (total: number) => (total === 1 ? '1 claim found' : `${total} claims found`),
    none: 'No claim found',
    noneText: 'No claim here has these words. Try fewer words, or leave the filters out.',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    next: (command: string) => `For more: ${command}`,
    noSuchPage: (page: number, pages: number) =>
      `There is no page ${page}: the list has ${pages === 1 ? 'one page' : `${pages} pages`}.`,
    noSuchTopic: (topic: string, topics: readonly string[]) =>
      `No claim here has the topic “${topic}”. Topics: ${topics.join(', ')}.`,
  },

  help: {
    title: 'Ask me about a claim',
    what: (claims: number, packs: readonly string[]) =>
      `I look a claim up among ${claims} checked claims (${packs.join('; ')}) and answer with the verdict, a summary, the sources, and how far the record can be trusted today. I never make up an answer: if nobody checked it, I say so.`,
    howHeading: 'How to ask',
    how: [
      {
        text: '/fact did Soros give Krasner 1.45m?',
        detail: 'looks the claim up; a claim’s id works too',
      },
      { text: '/fact private …', detail: 'only you see the answer' },
      { text: '/fact-search some words', detail: 'lists claims; filters: verdict:false, topic:…, page:2' },
      { text: 'Mention me or send me a direct message', detail: 'with the claim as you heard it' },
    ],
    runBy: 'Run by',
    runByUnknown: 'the people who installed it here; they have not given a name',
    maintainers: 'Claims maintained by',
    corrections: 'Corrections',
    privacyHeading: 'Privacy',
    privacy:
      'I read only what you send me: commands, mentions and direct messages. What you write is neither logged nor kept.',
  },

  admin: {
    refusedTitle: 'Only for the people who run this bot',
    refused: 'fact-admin can be used by the operators of this bot only.',
    reloadedTitle: 'Claims reloaded',
    unchanged: 'Nothing has changed.',
    change: (added: number, removed: number, changed: number, pack: string) =>
      `+${added} −${removed} ~${changed} in ${pack}`,
    failedTitle: 'Reload failed: the old claims are still in use',
    failed: (mistakes: number) =>
      mistakes === 1
        ? 'There is 1 mistake in the packs.'
        : `There are ${mistakes} mistakes in the packs.`,
    undoneTitle: 'Last reload undone',
    undone:
      'The claims are as they were before. The files on disk are unchanged: the next reload reads them again.',
    nothingToUndo: 'There is no reload to undo since the bot started.',
    statusTitle: 'Status',
    packsHeading: 'Packs',
    packLine: (claims: number) => (claims === 1 ? '1 claim' : `${claims} claims`),
    byVerdict: 'By verdict',
    byVerification: 'By verification',
    lastReload: 'Last reload',
    noReload: 'none since the start',
    reloadLine: (at: string, by: string, result: string) => `${at} by ${by}: ${result}`,
    loaded: 'loaded',
    notLoaded: 'failed, old claims kept',
    undoneResult: 'undone',
    uptime: 'Running for',
    versions: 'Versions',
  },

  console: {
    banner: [
      'factbot: type a claim, or /fact-help. Ctrl-D ends.',
      'To connect Discord, set DISCORD_TOKEN in .env (README, “Set up Discord”).',
      'To connect Slack, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env (README, “Set up Slack”).',
    ],
  },

  mistakes: {
    unknownCommand: (name: string, known: readonly string[]) =>
      `There is no command “${name}”. Commands: ${known.map((command) => `/${command}`).join(', ')}.`,
    missingSubcommand: (command: string, known: readonly string[]) =>
      `Say what to do: ${known.map((subcommand) => `/${command} ${subcommand}`).join(', ')}.`,
    missingOption: (option: string, command: string) => `/${command} needs ${option}.`,
    tooLong: (option: string, length: number, max: number) =>
      `The ${option} has ${length} characters; ${max} are the most I can take.`,
    notAChoice: (option: string, value: string, choices: readonly string[]) =>
      `${option}: “${value}” is not one of ${choices.join(', ')}.`,
    notANumber: (option: string, value: string, min: number, max: number) =>
      `${option}: “${value}” is not a whole number from ${min} to ${max}.`,
    title: 'That did not work',
    ours: 'Something went wrong on our side. It has been logged; please try again later.',
  },

  andMore: (count: number) => `and ${count} more`,
} as const;

/** A change that somebody might make by mistake, and that once went unnoticed. */
export interface NamedMutant {
  /** What no longer works. */
  readonly name: string;
  readonly file: string;
  /** Stands in the file once. */
  readonly find: string;
  readonly replace: string;
  /** Where it is noticed; the tests that import the file unless given. */
  readonly tests?: readonly string[];
}

export const namedMutants: readonly NamedMutant[] = [
  {
    name: 'closeness counts what differs',
    file: 'src/matching/differences/closeness.ts',
    find: 'alone && isReplaced(finding) ? unknownIn(finding.asked, claim) : 0',
    replace: '0',
  },
  {
    name: 'a denial reaches to the end of a clause, however long',
    file: 'src/matching/differences/polarity.ts',
    find: 'const reach = 8;',
    replace: 'const reach = 80;',
  },
  {
    name: 'a denial reaches hardly any word',
    file: 'src/matching/differences/polarity.ts',
    find: 'const reach = 8;',
    replace: 'const reach = 1;',
  },
  {
    name: 'a verb turned passive is no reason for arguments to change places',
    file: 'src/matching/differences/swapped-arguments.ts',
    find: 'isPassive(main, block.main.from) !== isPassive(asked, block.asked.from)',
    replace: 'false',
  },
  {
    name: '“about” allows nothing',
    file: 'src/matching/amounts/same-amount.ts',
    find: 'const rounding = 0.04;',
    replace: 'const rounding = 0;',
  },
  {
    name: '“about” allows too much',
    file: 'src/matching/amounts/same-amount.ts',
    find: 'const rounding = 0.04;',
    replace: 'const rounding = 0.4;',
  },
  {
    name: 'what a wording says word for word may differ from its claim',
    file: 'src/matching/differences/compare.ts',
    find: 'checked.all.some((reading) => isSameText(text, reading))',
    replace: 'false',
  },
  {
    name: 'what a claim says word for word is not enough to find it',
    file: 'src/matching/outcome/decision.ts',
    find: 'return Boolean(top && saysTheSame(top)',
    replace: 'return Boolean(!top && saysTheSame(top)',
    tests: ['test/data/krasner.test.ts'],
  },
  {
    name: '3/12 is read as 12 March',
    file: 'src/matching/amounts/times.ts',
    find: 'return timeOf(pieces, at, at, { year: fullYear });',
    replace:
      'return timeOf(pieces, at, at, { year: fullYear, month: Number(day), day: Number(month) });',
  },
  {
    name: '3/12 is read as 3 December',
    file: 'src/matching/amounts/times.ts',
    find: 'return timeOf(pieces, at, at, { year: fullYear });',
    replace:
      'return timeOf(pieces, at, at, { year: fullYear, month: Number(month), day: Number(day) });',
  },
  {
    name: 'any number of differences is told',
    file: 'src/matching/differences/compare.ts',
    find: 'const mostDifferences = 4;',
    replace: 'const mostDifferences = 40;',
  },
  {
    name: 'what Discord delivers twice is answered twice',
    file: 'src/adapters/discord/answer-message.ts',
    find: '!(await deliveries.claim(',
    replace: '!(true || (',
    tests: ['test/adapters/discord/delivery.test.ts'],
  },
  {
    name: 'other bots on Discord are answered',
    file: 'src/adapters/discord/message-to-invocation.ts',
    find: 'author.bot || message.webhookId !== null',
    replace: 'message.webhookId !== null',
    tests: ['test/adapters/discord/messages.test.ts'],
  },
  {
    name: 'webhooks on Discord are answered',
    file: 'src/adapters/discord/message-to-invocation.ts',
    find: 'author.bot || message.webhookId !== null',
    replace: 'author.bot',
    tests: ['test/adapters/discord/messages.test.ts'],
  },
  {
    name: 'messages of Discord itself are answered',
    file: 'src/adapters/discord/message-to-invocation.ts',
    find: 'type !== MessageType.Default && type !== MessageType.Reply',
    replace: 'false',
    tests: ['test/adapters/discord/messages.test.ts'],
  },
  {
    name: 'messages on Discord that do not name the bot are answered',
    file: 'src/adapters/discord/message-to-invocation.ts',
    find: 'message.inGuild() && !new RegExp',
    replace: 'false && !new RegExp',
    tests: ['test/adapters/discord/messages.test.ts'],
  },
  {
    name: 'mentions by programs on Slack are answered',
    file: 'src/adapters/slack/slack-to-invocation.ts',
    find: '!user || user === botUserId || bot_id || subtype || edited',
    replace: '!user || user === botUserId || subtype || edited',
    tests: ['test/adapters/slack/slack-adapter.test.ts'],
  },
  {
    name: 'edited mentions on Slack are answered',
    file: 'src/adapters/slack/slack-to-invocation.ts',
    find: '!user || user === botUserId || bot_id || subtype || edited',
    replace: '!user || user === botUserId || bot_id || subtype',
    tests: ['test/adapters/slack/slack-adapter.test.ts'],
  },
  {
    name: 'direct messages by programs on Slack are answered',
    file: 'src/adapters/slack/slack-to-invocation.ts',
    find: '!user || user === botUserId || bot_id || edited)',
    replace: '!user || user === botUserId || edited)',
    tests: ['test/adapters/slack/slack-adapter.test.ts'],
  },
  {
    name: 'edited direct messages on Slack are answered',
    file: 'src/adapters/slack/slack-to-invocation.ts',
    find: '!user || user === botUserId || bot_id || edited)',
    replace: '!user || user === botUserId || bot_id)',
    tests: ['test/adapters/slack/slack-adapter.test.ts'],
  },
  {
    name: 'messages in channels on Slack are answered',
    file: 'src/adapters/slack/slack-to-invocation.ts',
    find: "event.subtype !== undefined || event.channel_type !== 'im'",
    replace: 'event.subtype !== undefined',
    tests: ['test/adapters/slack/slack-adapter.test.ts'],
  },
  {
    name: 'the token of an interaction stands in the log',
    file: 'src/adapters/discord/error-fields.ts',
    find: '      code: error.code,\n',
    replace: '      code: error.code,\n      url: error.url,\n',
    tests: ['test/adapters/discord/delivery.test.ts'],
  },
  {
    name: 'an answer stands in the log',
    file: 'src/adapters/discord/error-fields.ts',
    find: '      code: error.code,\n',
    replace: '      code: error.code,\n      body: error.requestBody,\n',
    tests: ['test/adapters/discord/delivery.test.ts'],
  },
];

import type { Bot } from '../../../src/core/bot/bot.ts';
import type { Person, Seen, Step, SurfaceDriver } from '../surfaces/surface-case.ts';
import { viewToShownText } from './shown-text.ts';
import { type Answer, messageToAnswer } from './slack-people.ts';
import { startSlack } from './start-slack.ts';
import type { OpenView } from './views.ts';

const users: Readonly<Record<Person, string>> = {
  asker: 'UASKER',
  other: 'UOTHER',
  manager: 'UMANAGER',
};

const nothing: Seen = { text: '', actions: [], visibility: 'nothing', replaced: false };

/** Plays the table of surfaces in a stand-in Slack, through the real Bolt. */
export async function startSlackDriver(bot: Bot): Promise<SurfaceDriver> {
  let onSilence = (): void => {};
  const watched: Bot = {
    ...bot,
    async plan(invocation, details) {
      const plan = await bot.plan(invocation, details);
      if (plan.delivery === 'none') onSilence();
      return plan;
    },
  };
  const slack = await startSlack({ bot: watched, transport: 'socket' });
  const { server, act } = slack;
  server.setPerson(users.manager, { locale: 'en-GB', is_admin: true });
  let answer: Answer | undefined;
  let form: OpenView | undefined;

  function perform(step: Step, user: string): Promise<unknown> {
    switch (step.do) {
      case 'slash':
        return act.slash(`/${step.command}`, toLine(step), { user });
      case 'mention':
        return act.mention(step.text, { user });
      case 'dm':
        return act.directMessage(step.text, { user });
      case 'check':
        return act.check(step.text, { user });
      case 'press':
      case 'choose':
        if (!answer) throw new Error('there is no answer to press on');
        return act.press(answer, step.label, { user });
      case 'submit':
        if (!form) throw new Error('no form is open');
        return act.submit(form, step.values, { user });
    }
  }

  return {
    async play(step) {
      const messages = new Set(server.messages);
      const views = new Set(server.views.open);
      const pressed = answer?.message.ts;
      const silence = new Promise<undefined>((resolve) => {
        onSilence = () => resolve(undefined);
      });
      await perform(step, users[step.by ?? 'asker']);
      const seen = await Promise.race([
        silence,
        server.seen(
          () =>
            server.views.open.find((view) => !views.has(view)) ??
            server.messages.find((message) => !messages.has(message)),
        ),
      ]);
      if (!seen) {
        // Whatever the mention had been answered with would stand there before this.
        await slack.directMessage('help', { user: 'UWITNESS', channel: 'DWITNESS' });
        const spoken = server.messages.filter(
          (message) => !messages.has(message) && message.channel !== 'DWITNESS',
        );
        if (spoken.length > 0) throw new Error('the bot spoke when it had decided not to');
        return nothing;
      }
      if ('view' in seen) {
        form = seen;
        return { ...nothing, text: viewToShownText(seen.view), visibility: 'form' };
      }
      answer = messageToAnswer(seen);
      const { text, actions, seenBy } = answer;
      const visibility = seenBy === 'everybody' ? 'public' : 'private';
      return { text, actions, visibility, replaced: seen.ts === pressed };
    },
    stop: () => slack.stop(),
  };
}

/** What is typed after a command in Slack: the subcommand, flags, the text, and pairs. */
function toLine({ subcommand, options = {} }: Extract<Step, { do: 'slash' }>): string {
  const words = Object.entries(options).map(([name, value]) => {
    if (value === true) return { at: 0, word: name };
    const isMain = name === 'claim' || name === 'words';
    return isMain ? { at: 1, word: String(value) } : { at: 2, word: `${name}:${value}` };
  });
  const inOrder = words.toSorted((one, other) => one.at - other.at).map(({ word }) => word);
  return [...(subcommand ? [subcommand] : []), ...inOrder].join(' ');
}

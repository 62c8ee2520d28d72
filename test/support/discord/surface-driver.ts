import { surfaceBotOptions } from '../surface-bot.ts';
import type { Person, Seen, Step, SurfaceDriver } from '../surfaces/surface-case.ts';
import { type From, type InteractionEvent, world } from './events.ts';
import type { Seen as SeenOnDiscord } from './ledger.ts';
import { startBotOnDiscord } from './running-bot.ts';
import type { ShownForm } from './shown-form.ts';

const people: Readonly<Record<Person, From>> = {
  asker: { user: world.reader },
  other: { user: '400000000000000002' },
  manager: { user: '400000000000000003', manager: true },
};

/** Plays the table that all platforms share through the real discord.js client. */
export async function startDiscordDriver(): Promise<SurfaceDriver> {
  const { discord, adapter } = await startBotOnDiscord({}, surfaceBotOptions);
  let last: SeenOnDiscord | undefined;
  let form: ShownForm | undefined;

  async function perform(event: InteractionEvent, from: From): Promise<Seen> {
    const pressed = last;
    const outcome = await discord.outcomeOf(event, from);
    if ('modal' in outcome) {
      form = outcome;
      const text = [form.title, ...form.labels].join('\n');
      return { text, actions: [], visibility: 'form', replaced: false };
    }
    last = outcome;
    return { ...look(outcome), replaced: event.type === 3 && outcome.id === pressed?.id };
  }

  async function mention(text: string, from: From): Promise<Seen> {
    const event = discord.write(`<@${world.bot.id}> ${text}`, {}, from);
    discord.deliver(event);
    await discord.directMessage('help', people.other);
    // Silence is sure once nothing is under way any more.
    if (!discord.answered(event)) await adapter.stop(10_000);
    last = discord.answered(event);
    return last ? look(last) : { text: '', actions: [], visibility: 'nothing', replaced: false };
  }

  function pressed(): SeenOnDiscord {
    if (!last) throw new Error('there is nothing to press');
    return last;
  }

  return {
    async play(step: Step): Promise<Seen> {
      const from = people[step.by ?? 'asker'];
      switch (step.do) {
        case 'slash': {
          const { command, subcommand, options } = step;
          const typed = subcommand === undefined ? command : `${command} ${subcommand}`;
          return perform(discord.type(typed, options, from), from);
        }
        case 'mention':
          return mention(step.text, from);
        case 'dm':
          last = await discord.directMessage(step.text, from);
          return look(last);
        case 'check':
          return perform(discord.checking(step.text, from), from);
        case 'press':
          return perform(discord.pressing(pressed(), step.label, from), from);
        case 'choose':
          return perform(discord.pressing(pressed(), step.label, from), from);
        case 'submit':
          if (!form) throw new Error('no form is open');
          last = await discord.submit({ ...form, from }, step.values);
          return look(last);
      }
    },
    stop: () => adapter.stop(1000),
  };
}

function look({ text, buttons, choices, private: hidden }: SeenOnDiscord): Seen {
  return {
    // A mention is shown as a name.
    text: text.replace(/<@\d+>/g, '@Ada'),
    actions: [...choices, ...buttons],
    visibility: hidden ? 'private' : 'public',
    replaced: false,
  };
}

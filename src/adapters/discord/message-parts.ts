import {
  ComponentType,
  type Embed,
  type Message,
  type MessageSnapshot,
  type Poll,
  type TopLevelComponent,
} from 'discord.js';

/**
 * The texts of a message as they stand in it: what its author wrote, what was forwarded with it, the cards of its links,
 * its poll, and the text components of an app's post. Names of authors, footers, pictures and buttons are not said.
 */
export function messageParts(message: Message): readonly string[] {
  const said = [
    ...ownParts(message),
    ...[...message.messageSnapshots.values()].flatMap(ownParts),
    ...(message.poll ? pollParts(message.poll) : []),
  ];
  return said.filter((text) => text.trim() !== '');
}

function ownParts({ content, embeds, components }: Message | MessageSnapshot): readonly string[] {
  return [content, ...embeds.flatMap(embedParts), ...components.flatMap(componentParts)];
}

function embedParts({ data, title, description, fields }: Embed): readonly string[] {
  // Of a poll that ended, the fields have names for programs.
  if (data.type === 'poll_result') {
    const told = ['poll_question_text', 'victor_answer_text'];
    return fields.flatMap(({ name, value }) => (told.includes(name) ? [value] : []));
  }
  return [title ?? '', description ?? '', ...fields.map(({ name, value }) => `${name}: ${value}`)];
}

function pollParts({ question, answers }: Poll): readonly string[] {
  return [question.text ?? '', ...[...answers.values()].map(({ text }) => text ?? '')];
}

function componentParts(component: TopLevelComponent): readonly string[] {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return [component.content];
    case ComponentType.Section:
      return component.components.map(({ content }) => content);
    case ComponentType.Container:
      return component.components.flatMap(componentParts);
    default:
      return [];
  }
}

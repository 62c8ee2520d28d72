import type { Step, Surface } from './cases.ts';
import type { Scene } from './html.ts';

/** What led to a picture: the message it answers, or what Ada did. */
export function stepsToScene(
  surface: 'discord' | 'slack',
  steps: readonly Step[],
): Pick<Scene, 'message' | 'deed'> {
  const [last] = steps.toReversed();
  switch (last?.do) {
    case 'mention':
      return { message: { by: 'Ada', text: last.text }, deed: undefined };
    case 'check':
      return {
        message: { by: 'Bea', text: last.text },
        deed: 'Ada chose “Check this message” in this message’s menu',
      };
    case 'command':
      return { message: undefined, deed: `Ada typed ${typedCommand(surface, last)}` };
    case 'press':
      return { message: undefined, deed: `Ada pressed “${last.label}”` };
    default:
      return { message: undefined, deed: undefined };
  }
}

/** A command as people type it: Discord names every option, elsewhere it is one line. */
export function typedCommand(surface: Surface, step: Step): string {
  if (step.do !== 'command') throw new Error(`“${step.do}” is not typed.`);
  const { command, subcommand, options = {} } = step;
  const words = Object.entries(options).map(([name, value]) => {
    if (surface === 'discord') return `${name}: ${value === true ? 'True' : value}`;
    return value === true ? name : String(value);
  });
  // Flags come first on one line.
  const flagsFirst = words.toSorted(
    (one, other) => Number(other in options) - Number(one in options),
  );
  const inOrder = surface === 'discord' ? words : flagsFirst;
  return [`/${command}`, ...(subcommand ? [subcommand] : []), ...inOrder].join(' ');
}

import packageFile from '../package.json' with { type: 'json' };
import type { About } from './core/texts/about.ts';

/** Dependencies are pinned to exact versions, so package.json tells what runs. */
export function aboutThisProgram(runBy: string | undefined, startedAt: Date): About {
  const { version, dependencies } = packageFile;
  return {
    version,
    runtime: [
      `Node.js ${process.versions.node}`,
      `discord.js ${dependencies['discord.js']}`,
      `@slack/bolt ${dependencies['@slack/bolt']}`,
    ],
    runBy,
    startedAt,
  };
}

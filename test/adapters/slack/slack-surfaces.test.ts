import { describe, expect, test } from 'vitest';
import { startSlackDriver } from '../../support/slack/slack-driver.ts';
import { createSurfaceBot } from '../../support/surface-bot.ts';
import type { Seen } from '../../support/surfaces/surface-case.ts';
import { surfaceCases } from '../../support/surfaces/surface-cases.ts';

describe('in Slack', () => {
  test.each(surfaceCases)('$name', async ({ steps, sees, lacks = [], actions, ...expected }) => {
    const driver = await startSlackDriver(await createSurfaceBot());
    try {
      let seen: Seen | undefined;
      for (const step of steps) seen = await driver.play(step);
      for (const words of sees) expect(seen?.text).toContain(words);
      for (const words of lacks) expect(seen?.text).not.toContain(words);
      if (actions) {
        expect(seen?.actions).toHaveLength(actions.length);
        for (const [index, label] of actions.entries()) {
          expect(seen?.actions[index]?.slice(0, label.length)).toBe(label);
        }
      }
      expect(seen?.visibility).toBe(expected.visibility);
      if (expected.replaced !== undefined) expect(seen?.replaced).toBe(expected.replaced);
    } finally {
      await driver.stop();
    }
  });
});

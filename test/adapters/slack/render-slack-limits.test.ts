import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderSlack } from '../../../src/adapters/slack/render-slack.ts';
import { replyToHome, replyToModal } from '../../../src/adapters/slack/reply-to-view.ts';
import { answerTo } from '../../support/answer-to.ts';
import { anyReply } from '../../support/slack/any-reply.ts';
import { blocksSchema, refusalOf } from '../../support/slack/message-limits.ts';
import { blocksToShownText, fallbackToShownText } from '../../support/slack/shown-text.ts';
import { toShownView } from '../../support/slack/view-limits.ts';
import { createTestBot } from '../../support/test-bot.ts';

describe('a reply in Slack', () => {
  test('of any kind and size stays within Slack’s limits and keeps its title and first source', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const content = renderSlack(reply);
        // No core says nothing at all.
        if (content.text === '' || content.blocks.length === 0) return;
        expect(refusalOf(content)).toBeUndefined();
        const text = blocksToShownText(blocksSchema.parse(content.blocks));
        const sharing = reply.sharedBy ? 'Shared by @U1\n\n' : '';
        if (reply.title === '✓ True') expect(text.startsWith(`${sharing}✓ True`)).toBe(true);
        for (const block of reply.blocks) {
          if (block.kind !== 'list' || !block.ordered || !block.items[0]) continue;
          expect(text).toMatch(new RegExp(`^${block.start ?? 1}\\. `, 'm'));
        }
        expect(toShownView(replyToModal(reply))).toBeDefined();
        expect(toShownView(replyToHome(reply))).toBeDefined();
      }),
    );
  });

  test('never pings anybody but the one who shared it, whatever is in it', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const { text } = renderSlack(reply);
        const sharing = reply.sharedBy ? 'Shared by [[@U1]]\n\n' : '';
        const notification = fallbackToShownText(text);
        expect(notification.startsWith(sharing)).toBe(true);
        expect(notification.slice(sharing.length)).not.toContain('[[');
        expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
      }),
    );
  });

  test('of every claim that is shipped is shown whole', async () => {
    const { bot, library } = await createTestBot();
    for (const { ref, summary, verification } of library.current.claims) {
      const options = { claim: ref, detail: 'full' };
      const input = { kind: 'command', command: 'fact', options } as const;
      // Everybody asks once: more in a minute would be held up.
      const reply = await answerTo(bot, { platform: 'slack', user: `slack:${ref}`, input });
      const content = renderSlack(reply);
      expect(refusalOf(content)).toBeUndefined();
      const text = blocksToShownText(blocksSchema.parse(content.blocks));
      if (verification.status === 'verified') expect(text).toContain(summary);
      expect(text).not.toMatch(/^and \d+ more$/m);
    }
  });
});

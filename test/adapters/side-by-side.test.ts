import { expect, test } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render-discord.ts';
import { renderSlack } from '../../src/adapters/slack/render-slack.ts';
import { presentClaim } from '../../src/core/reply/present-claim.ts';
import { presentMore } from '../../src/core/reply/present-details.ts';
import { presentFound } from '../../src/core/reply/present-lookup.ts';
import type { Answer, Reply } from '../../src/core/reply/reply.ts';
import { textsFor } from '../../src/core/texts/texts.ts';
import { aClaim, aSource } from '../support/claims.ts';
import { messageToSeen } from '../support/discord/ledger.ts';
import { messageRules } from '../support/discord/payload-rules.ts';
import { blocksSchema } from '../support/slack/message-limits.ts';
import { blocksToShownText } from '../support/slack/shown-text.ts';

const day = '2026-11-22';
const t = textsFor('en');

const bridge = aClaim({
  gist: 'The council minutes of 4 May 1932 record the opening.',
  sources: [
    aSource(),
    aSource({ publisher: 'Coast Press', url: 'https://coast.example/b', labels: ['opinion'] }),
    aSource({ publisher: 'Harbour News', url: 'https://harbour.example/c', stance: 'context' }),
    aSource({ title: 'Bridges', publisher: 'An engineer', url: null, stance: 'context' }),
  ],
});

/** Both renderings of one answer, as their readers see them, one below the other. */
function sideBySide(answer: Answer): string {
  const reply: Reply = { ...answer, visibility: 'public', locale: 'en' };
  const discord = messageToSeen(messageRules.parse(renderDiscord(reply)), false).text;
  const slack = blocksToShownText(blocksSchema.parse(renderSlack(reply).blocks));
  return `DISCORD\n${discord}\n\nSLACK\n${slack}`;
}

test('a short answer reads alike on both platforms', () => {
  expect(sideBySide(presentClaim(bridge, day, t, 'short'))).toMatchInlineSnapshot(`
    "DISCORD
    ✓ True

    | Riverton’s harbour bridge opened in 1932.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The council minutes of 4 May 1932 record the opening.

    - Riverton Archive <https://archive.example/minutes/1932-05-04> · 4 May 1932
    - Coast Press <https://coast.example/b> · 4 May 1932 · opinion
    - Harbour News <https://harbour.example/c> · 4 May 1932
    and 1 more

    SLACK
    ✓ True

    > Riverton’s harbour bridge opened in 1932.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The council minutes of 4 May 1932 record the opening.

    • Riverton Archive <https://archive.example/minutes/1932-05-04> · 4 May 1932
    • Coast Press <https://coast.example/b> · 4 May 1932 · opinion
    • Harbour News <https://harbour.example/c> · 4 May 1932
    and 1 more"
  `);
});

test('a full answer does', () => {
  expect(sideBySide(presentClaim(bridge, day, t, 'full'))).toMatchInlineSnapshot(`
    "DISCORD
    ✓ True

    | Riverton’s harbour bridge opened in 1932.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The opening is recorded in the council minutes of 4 May 1932.

    What else to know
    The bridge was closed again for two weeks in June 1932.

    Sources
    1. Minutes of the town council, 4 May 1932 <https://archive.example/minutes/1932-05-04>
       Riverton Archive · 4 May 1932 · supports
    2. Minutes of the town council, 4 May 1932 <https://coast.example/b>
       Coast Press · 4 May 1932 · supports · opinion
    3. Minutes of the town council, 4 May 1932 <https://harbour.example/c>
       Harbour News · 4 May 1932 · gives context
    4. Bridges
       An engineer · 4 May 1932 · gives context · no link

    How it was checked: Both read the minutes.
    Re-check due: 22 May 2027
    Claim: riverton/harbour-bridge-opened-1932

    SLACK
    ✓ True

    > Riverton’s harbour bridge opened in 1932.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The opening is recorded in the council minutes of 4 May 1932.

    What else to know
    The bridge was closed again for two weeks in June 1932.

    Sources
    1. Minutes of the town council, 4 May 1932 <https://archive.example/minutes/1932-05-04>
       Riverton Archive · 4 May 1932 · supports
    2. Minutes of the town council, 4 May 1932 <https://coast.example/b>
       Coast Press · 4 May 1932 · supports · opinion
    3. Minutes of the town council, 4 May 1932 <https://harbour.example/c>
       Harbour News · 4 May 1932 · gives context
    4. Bridges
       An engineer · 4 May 1932 · gives context · no link

    How it was checked: Both read the minutes.
    Re-check due: 22 May 2027
    Claim: riverton/harbour-bridge-opened-1932"
  `);
});

test('an answer with another claim than the one asked about does', () => {
  const differences = [{ kind: 'date', asked: '1923', checked: '1932' }];
  expect(sideBySide(presentFound(bridge, differences, day, t, 'short'))).toMatchInlineSnapshot(`
    "DISCORD
    Not the same claim

    You asked about “1923”. The checked claim says “1932”.

    | Riverton’s harbour bridge opened in 1932.

    Verdict on the checked claim: ✓ True.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The council minutes of 4 May 1932 record the opening.

    - Riverton Archive <https://archive.example/minutes/1932-05-04> · 4 May 1932
    - Coast Press <https://coast.example/b> · 4 May 1932 · opinion
    - Harbour News <https://harbour.example/c> · 4 May 1932
    and 1 more

    SLACK
    Not the same claim

    You asked about “1923”. The checked claim says “1932”.

    > Riverton’s harbour bridge opened in 1932.

    Verdict on the checked claim: ✓ True.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The council minutes of 4 May 1932 record the opening.

    • Riverton Archive <https://archive.example/minutes/1932-05-04> · 4 May 1932
    • Coast Press <https://coast.example/b> · 4 May 1932 · opinion
    • Harbour News <https://harbour.example/c> · 4 May 1932
    and 1 more"
  `);
});

test('what “Read more” shows does', () => {
  expect(sideBySide(presentMore(bridge, day, t))).toMatchInlineSnapshot(`
    "DISCORD
    More about this check

    | Riverton’s harbour bridge opened in 1932.

    Verdict on the checked claim: ✓ True.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The opening is recorded in the council minutes of 4 May 1932.

    What else to know
    The bridge was closed again for two weeks in June 1932.

    Sources
    1. Minutes of the town council, 4 May 1932 <https://archive.example/minutes/1932-05-04>
       Riverton Archive · 4 May 1932 · supports
    2. Minutes of the town council, 4 May 1932 <https://coast.example/b>
       Coast Press · 4 May 1932 · supports · opinion
    3. Minutes of the town council, 4 May 1932 <https://harbour.example/c>
       Harbour News · 4 May 1932 · gives context
    4. Bridges
       An engineer · 4 May 1932 · gives context · no link

    How it was checked: Both read the minutes.
    Re-check due: 22 May 2027
    Claim: riverton/harbour-bridge-opened-1932

    Changes
    - Added.
       22 Nov 2026 · first reader

    SLACK
    More about this check

    > Riverton’s harbour bridge opened in 1932.

    Verdict on the checked claim: ✓ True.

    Checked 22 Nov 2026 (first reader, second reader) · evidence up to 1 Nov 2026

    The opening is recorded in the council minutes of 4 May 1932.

    What else to know
    The bridge was closed again for two weeks in June 1932.

    Sources
    1. Minutes of the town council, 4 May 1932 <https://archive.example/minutes/1932-05-04>
       Riverton Archive · 4 May 1932 · supports
    2. Minutes of the town council, 4 May 1932 <https://coast.example/b>
       Coast Press · 4 May 1932 · supports · opinion
    3. Minutes of the town council, 4 May 1932 <https://harbour.example/c>
       Harbour News · 4 May 1932 · gives context
    4. Bridges
       An engineer · 4 May 1932 · gives context · no link

    How it was checked: Both read the minutes.
    Re-check due: 22 May 2027
    Claim: riverton/harbour-bridge-opened-1932

    Changes
    • Added.
       22 Nov 2026 · first reader"
  `);
});

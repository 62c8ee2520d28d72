import { describe, expect, test } from 'vitest';

import { answerFrom, lines, packOf, review, warningsIn } from './imported-town.ts';

describe('an imported record', () => {
  test('is the publisher’s check, in the publisher’s words, and marked as read by us', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'PolitiFact', 'Pants on Fire!', {
          headline: 'No, gulls can’t read',
        }),
      ),
    );
    expect(await answerFrom(dir, 'can gulls read books?')).toMatchInlineSnapshot(`
      "✗ PolitiFact: “Pants on Fire!”

      “Gulls can read books.”

      Published 3 May 2021 by PolitiFact, not re-checked here · we read this as “False”

      - No, gulls can’t read
         PolitiFact · “Pants on Fire!” · 3 May 2021
         https://politifact.example/check"
    `);
  });

  test('that has a whole conclusion for a rating tells it as a sentence, and no verdict', async () => {
    const label =
      'Gulls recognise the bags that chips come in, and this has been taken for reading by some.';
    const dir = await packOf(
      'claims.jsonl',
      lines(review('Gulls can read books.', 'Bird Desk', label)),
    );
    expect(await answerFrom(dir, 'can gulls read books?')).toMatchInlineSnapshot(`
      "? Bird Desk has checked this

      “Gulls can read books.”

      Published 3 May 2021 by Bird Desk, not re-checked here · no verdict on our scale

      “Gulls recognise the bags that chips come in, and this has been taken for reading by some.”

      - Read the check
         Bird Desk · 3 May 2021
         https://bird-desk.example/check"
    `);
  });

  test('whose rating is about something else is told as what it is', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', 'Full Flop', {
          url: 'https://politifact.com/x',
          datePublished: 'May',
        }),
      ),
    );
    expect(await answerFrom(dir, 'can gulls read books?')).toMatchInlineSnapshot(`
      "? Bird Desk: “Full Flop”

      “Gulls can read books.”

      Published by Bird Desk, no date known; not re-checked here · no verdict on our scale

      - Read the check
         Bird Desk · “Full Flop” · no date given
         https://politifact.com/x"
    `);
  });

  test.each([
    ['Opinion', [], '¶ Bird Desk: “Opinion”', 'we read this as “Opinion, not rated”'],
    ['Satire', [], '※ Bird Desk: “Satire”', 'we read this as “Satire”'],
    ['Article', [], '? Bird Desk: “Article”', 'no verdict on our scale'],
    ['Promise kept', [], '? Bird Desk: “Promise kept”', 'no verdict on our scale'],
    ['Can gulls read?', [], '? Bird Desk: “Can gulls read?”', 'no verdict on our scale'],
    [null, [5, 5, 1], '✓ Bird Desk has checked this', 'we read this as “True”'],
    [null, [1, 5, 1], '✗ Bird Desk has checked this', 'we read this as “False”'],
    [null, [5, 1, 5], '? Bird Desk has checked this', 'not re-checked here'],
    [null, [1, 1, 5], '? Bird Desk has checked this', 'not re-checked here'],
    [null, [4, 6, undefined], '? Bird Desk has checked this', 'not re-checked here'],
    ['False', [6, 6, 1], '✗ Bird Desk: “False”', 'we read this as “False”'],
    ['4', [4, 5, 1], '? Bird Desk: “4”', 'no verdict on our scale'],
  ])('rated %s, in numbers %j, is told as “%s”', async (label, numbers, title, note) => {
    const [ratingValue, bestRating, worstRating] = numbers;
    const rating = { '@type': 'Rating', ratingValue, bestRating, worstRating };
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', null, {
          reviewRating: { ...rating, ...(label !== null && { alternateName: label }) },
        }),
      ),
    );
    const answer = await answerFrom(dir, 'can gulls read books?');
    expect(answer.split('\n')[0]).toBe(title);
    expect(answer.split('\n').find((line) => line.startsWith('Published'))).toMatch(
      new RegExp(`${note}$`),
    );
  });

  test('whose claim is a headline that tells the finding says so, and no verdict on it', async () => {
    const claim = 'No, gulls of the town did not learn to read';
    const dir = await packOf('claims.jsonl', lines(review(claim, 'Bird Desk', 'False')));
    expect(await answerFrom(dir, claim)).toMatchInlineSnapshot(`
      "? Bird Desk: “False”

      “No, gulls of the town did not learn to read”

      Published 3 May 2021 by Bird Desk, not re-checked here · the words above are a headline; the rating is of the claim behind them

      - Read the check
         Bird Desk · “False” · 3 May 2021
         https://bird-desk.example/check"
    `);
  });

  test('is one answer with the other checks of the same claim; that they disagree is said first', async () => {
    const same = lines(
      review('Gulls can read books.', 'Bird Desk', 'False'),
      review('Gulls can read books', 'Coast Press', 'Incorrect'),
    );
    expect(
      await answerFrom(await packOf('claims.jsonl', same), 'can gulls read books?'),
    ).toMatchInlineSnapshot(`
      "✗ Bird Desk: “False”

      “Gulls can read books.”

      Published by Bird Desk, Coast Press; not re-checked here · we read this as “False”

      - Read the check
         Bird Desk · “False” · 3 May 2021
         https://bird-desk.example/check

      Also checked by
      - Read the check
         Coast Press · “Incorrect” · 3 May 2021
         https://coast-press.example/check"
    `);
    const other = lines(
      review('Gulls can read books.', 'Bird Desk', 'False'),
      review('Gulls can read books', 'Coast Press', 'Half true'),
    );
    const [title] = (
      await answerFrom(await packOf('claims.jsonl', other), 'can gulls read books?')
    ).split('\n');
    expect(title).toBe('? Publishers disagree: Bird Desk: “False”, Coast Press: “Half true”');
  });

  test('stands beside that of another publisher in nearly the same words: each is found by its own', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review(
          'The mayor of Saltmarsh was arrested for using the women’s bathroom.',
          'Bird Desk',
          'False',
        ),
        review('Mayor Of Saltmarsh Arrested For Using Women’s Bathroom', 'Coast Press', 'Fiction'),
        review('The mayor of the town feeds the gulls.', 'Coast Press', 'True'),
      ),
    );
    const titleOf = async (text: string) => (await answerFrom(dir, text)).split('\n')[0];
    expect(
      await titleOf('The mayor of Saltmarsh was arrested for using the women’s bathroom'),
    ).toBe('✗ Bird Desk: “False”');
    expect(await titleOf('mayor of saltmarsh arrested for using women’s bathroom')).toBe(
      '✗ Coast Press: “Fiction”',
    );
    expect(await titleOf('A mayor of Saltmarsh is arrested for using a women’s bathroom')).toBe(
      'Which of these do you mean?',
    );
  });

  test('that the feed has deleted is withdrawn, and its verdict no longer told', async () => {
    const item = {
      '@type': 'DataFeedItem',
      dateDeleted: '2022-01-02',
      item: review('Gulls can read books.', 'Bird Desk', 'False'),
    };
    const answer = await answerFrom(
      await packOf('claims.jsonl', lines(item)),
      'can gulls read books?',
    );
    expect(answer).toContain('Bird Desk took it back on 2 Jan 2022.');
    expect(answer).not.toContain('False');
  });

  test('that has expired says so, and so does a corrected or changed one', async () => {
    const expired = await packOf(
      'claims.jsonl',
      lines(review('Gulls can read books.', 'Bird Desk', 'False', { expires: '2022-01-01' })),
    );
    expect(await answerFrom(expired, 'can gulls read books?')).toContain(
      'Expired: the verdict was “Bird Desk: ‘False’”',
    );
    const corrected = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', 'False', {
          dateModified: '2022-03-04',
          correction: 'It was another gull.',
        }),
      ),
    );
    const answer = await answerFrom(corrected, 'can gulls read books?');
    expect(answer).toContain('changed 4 Mar 2022');
    expect(answer).toContain('Corrected by the publisher: It was another gull.');
  });

  test('with an http: address shows it as text', async () => {
    const dir = await packOf(
      'claims.jsonl',
      lines(
        review('Gulls can read books.', 'Bird Desk', 'False', { url: 'http://desk.example/gulls' }),
      ),
    );
    const answer = await answerFrom(dir, 'can gulls read books?');
    expect(answer).toContain('http://desk.example/gulls');
    expect(await warningsIn(dir)).toEqual([
      'town/claims.jsonl:1:1 file: 1 addresses begin with http: and are shown as text, not as links: the first stands here (warning)'.replace(
        ' (warning)',
        '',
      ),
    ]);
  });
});

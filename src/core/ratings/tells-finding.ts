import { z } from 'zod';
import headlines from './headlines.json' with { type: 'json' };
import { labelKey } from './label-key.ts';
import { labelMeanings } from './label-meanings.ts';

const list = z.array(z.string());
const { answers, headings, beginnings, denials } = z
  .object({ answers: list, headings: list, beginnings: list, denials: list })
  .parse(headlines);

/** A heading before a claim has few words; in UTF-16 units. */
const longestHeading = 40;

/**
 * Whether what a publisher gives as the claim is a headline that tells the finding itself ("Hoax alert: Gulls can NOT read", "No, gulls
 * can’t read"): its rating is on what was said, not on those words.
 */
export function tellsFinding(claim: string, site: string, language: string): boolean {
  return (
    isAnswer(claim) ||
    beginsWithFinding(claim) ||
    isUnderHeading(claim, site, language) ||
    shoutsNo(claim)
  );
}

function isAnswer(claim: string): boolean {
  const [, first] = claim.match(/^([\p{L}\p{M}]{1,8})\s?[,:;，،、：]/u) ?? [];
  return first !== undefined && answers.includes(labelKey(first));
}

/** In quotation marks it is what somebody said. */
function beginsWithFinding(claim: string): boolean {
  if (!/^\p{L}/u.test(claim)) return false;
  const key = labelKey(claim);
  return beginnings.some((words) => key.startsWith(words));
}

/** "False: …", "Vera Files fact check: …"; a question under such a heading tells no finding. */
function isUnderHeading(claim: string, site: string, language: string): boolean {
  const [, heading] = claim.match(/^[^\p{L}\p{N}]*([^:：?]{2,60}?)\s*(?:[:：]|\s[-–—]+)\s/u) ?? [];
  if (heading === undefined || heading.length > longestHeading) return false;
  const key = labelKey(heading);
  if (labelMeanings(site, language).meaningOf(key)) return true;
  return !/[?？؟]/.test(claim) && headings.some((words) => ` ${key}`.endsWith(` ${words}`));
}

/** One word in capitals among others, outside quotation marks: "Gulls did NOT learn to read". */
function shoutsNo(claim: string): boolean {
  const words = claim
    .replace(/["“„«][^"”“»]*["”“»]/gu, ' ')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length > 1);
  const isShouted = words.filter((word) => word === word.toUpperCase()).length * 2 > words.length;
  return !isShouted && words.some((word) => denials.includes(word));
}

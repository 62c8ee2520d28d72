import { normaliseText } from './text.ts';

/** A message taken apart: what it says, apart from who posted it and what it links to. */
export interface Message {
  /** What is said, normalised, without links, signature and the filler of questions. */
  readonly text: string;
  /** The name, handle, month and year under a pasted post; empty when there are none. */
  readonly signature: string;
  readonly urls: readonly string[];
}

/** Every quantifier is bounded or can't overlap with what follows, so that no text makes these slow. */
const link =
  /https?:\/\/[^\s<>"]+|pic\.twitter\.com\/\w+|(?<![^\s(])(?:[\w-]{1,63}\.){1,5}[a-z]{2,10}\/[^\s<>"]*|(?<!\S)www\.[^\s<>"]+/gi;

/** "— Name (@handle) February 25, 2016", as copied under a post. */
const signed =
  /\s-{1,2} ?([^@()]{1,60})\(@(\w{1,30})\)(?: ([A-Z][a-z]{2,8}) \d{1,2}, (\d{4}))?\s*$/;
const longestSignature = 140;

/** Openings that ask for a check and say nothing themselves. */
const opening =
  /^\W{0,3}(?:(?:hi|hello|hey|dear)\b(?: (?:all|team|everyone|there|sir|friends))?|fact[- ]?check(?: this)?|claim|question|fwd|forwarded(?: as received| many times)?|breaking(?: news)?|(?:so,? )?(?:is|was) (?:it|this|that)(?: really| actually)? (?:true|a fact|correct|right)(?: or (?:false|fake))?(?: that)?|is(?:n't| it not) (?:it )?(?:true|right) that|(?:can|could) (?:you|u|someone|anyone)(?: please| pls)? (?:check|verify|confirm|tell me)(?: this| that| if| whether)*|(?:please|pls|plz|kindly) (?:check|verify|confirm)(?: this| if| whether)*|(?:is|was) (?:the|this|that) (?:quote|claim|story|news|rumou?r|video|photo|picture|image|post|message) (?:real|true|fake|legit|accurate|correct|authentic)(?: where| that| about| of)?|true or false|real or fake|(?:i|we) (?:just )?(?:heard|read|saw)(?: somewhere)?(?: that)?|(?:people|they|some) (?:say|are saying|claim)(?: that)?|(?:someone|somebody|my \w{1,15}) (?:told me|says|said|claims)(?: that)?)\b[\s:,.?!-]*/i;

const closing =
  /[\s,.!?-]*\b(?:(?:is|was) (?:it|this|that)(?: really| actually)? (?:true|a fact|real|fake|correct|right)(?: or (?:false|fake|not|real))?|true or false|real or fake|fact or fake|(?:can|could) (?:you|u) (?:please )?(?:check|verify|confirm)(?: this| it)?|please (?:check|verify|confirm)(?: this| it)?|(?<=[,.!?-] {0,3})(?:right|correct|true|real|fake|legit)(?=\W{0,2}\?))\W{1,3}$/i;

export function readMessage(text: string): Message {
  const urls: string[] = [];
  let said = normaliseText(text);
  if (said.includes('/') || said.includes('www.')) {
    said = said
      .replace(link, (url) => {
        urls.push(url);
        return ' ';
      })
      .replace(/ {2,}/g, ' ')
      .trim();
  }
  let signature = '';
  const tail = said.slice(-longestSignature);
  const under = signed.exec(tail);
  if (under) {
    const [, name = '', handle = '', month = '', year = ''] = under;
    // Claims often say in which month something was posted, seldom on which day.
    signature = `${name.trim()} @${handle} ${month} ${year}`.trim();
    said = said.slice(0, said.length - tail.length + under.index).trim();
  }
  return { text: withoutFiller(said), signature, urls };
}

/** Takes the asking away unless nothing else is left. */
function withoutFiller(said: string): string {
  let rest = said;
  for (let round = 0; round < 3; round += 1) {
    const shorter = rest.slice(opening.exec(rest)?.[0].length ?? 0);
    if (shorter === rest) break;
    rest = shorter;
  }
  const end = rest.slice(-80);
  const closed = closing.exec(end);
  if (closed) rest = rest.slice(0, rest.length - end.length + closed.index);
  return /[\p{L}\p{N}]/u.test(rest) ? rest : said;
}

/** Slack's wire form of what somebody typed: only these three characters are escaped, in both directions. */
export function typedToSlack(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What the person typed, from the wire form that Slack sends: `&lt;` is `<` again, `<https://x|x>` the link as it was
 * written, `<https://x|a story>` `a story https://x`, `<#C1|general>` `#general`. A person without a label (`<@U1>`) stays an id: looking the name up would need
 * a scope that nothing else does.
 */
export function slackToTyped(text: string): string {
  return text.replace(/<([^<>]+)>|&(?:amp|lt|gt);/g, (token, reference?: string) =>
    reference === undefined ? unescapeEntities(token) : referenceToTyped(reference),
  );
}

/** Takes out what its author struck out (`~so~`); a link or code with such signs in it stays whole. */
export function withoutStruck(text: string): string {
  return text.replace(
    /<[^<>]*>|`[^`\n]*`|(?<![\p{L}\p{N}~])~(?=[^\s~])[^~\n]*(?<!\s)~(?![\p{L}\p{N}~])/gu,
    (token) => (token.startsWith('~') ? ' ' : token),
  );
}

/** Takes every mention of `userId` out of a message in wire form, with the colon or comma that people put after it. */
export function withoutMention(text: string, userId: string): string {
  const mention = new RegExp(`<@${userId}(?:\\|[^<>]*)?>(?:[:,](?=\\s|$))?`, 'g');
  return text.replace(mention, ' ').trim();
}

/**
 * The text as it can be shown: without the characters that turn the reading direction of what follows them, control
 * characters, and halves of surrogate pairs, which the SDK cannot send. Everything else stays as typed.
 */
export function toShowable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

function referenceToTyped(reference: string): string {
  const bar = reference.indexOf('|');
  const target = unescapeEntities(bar === -1 ? reference : reference.slice(0, bar));
  const label = bar === -1 ? '' : unescapeEntities(reference.slice(bar + 1));
  const sign = target.charAt(0);
  if (sign === '!') return target.startsWith('!date^') ? label : at(label || target.slice(1));
  if (sign === '@') return at(label || target.slice(1));
  if (sign === '#') return `#${label || target.slice(1)}`;
  if (!label || isLabelOf(label, target)) return label || target;
  // The page that the words lead to is part of what is said, and claims can be found by it.
  return /^https?:/i.test(target) ? `${label} ${target}` : label;
}

/** Whether the label of a link is the link itself, as people type it. */
function isLabelOf(label: string, target: string): boolean {
  const bare = (link: string): string =>
    link.toLowerCase().replace(/^https?:\/\/|(?:\/|…|\.\.\.)+$/g, '');
  return bare(target).startsWith(bare(label));
}

function at(name: string): string {
  return name.startsWith('@') ? name : `@${name}`;
}

/** Undoes `typedToSlack`. */
export function unescapeEntities(text: string): string {
  // `&amp;` last: `&amp;lt;` is what Slack makes of somebody typing `&lt;`.
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

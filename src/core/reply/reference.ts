import { type ChannelKey, type Platform, platformId, type UserKey } from '../keys.ts';

/** Somebody or some place that its platform shows by name. */
export type Reference =
  | { readonly kind: 'user'; readonly key: UserKey }
  | { readonly kind: 'channel'; readonly key: ChannelKey };

/** Stands in a text for the next of its references. */
export const referenceMark = '\uFFFC';

/** The text with each mark replaced by what `show` makes of the reference that it stands for. */
export function fillReferences(
  text: string,
  references: readonly Reference[] = [],
  show: (reference: Reference) => string = referenceToText,
): string {
  const [first = '', ...rest] = text.split(referenceMark);
  return rest.reduce((filled, part, index) => {
    const reference = references[index];
    return filled + (reference ? show(reference) : referenceMark) + part;
  }, first);
}

/** Where a platform can't show it by name: on another platform, or in the terminal. */
export function referenceToText({ kind, key }: Reference): string {
  return kind === 'channel' ? `#${platformId(key)}` : key;
}

/** The platform's own id; undefined for what is on another platform. */
export function idOn(platform: Platform, { key }: Reference): string | undefined {
  return key.startsWith(`${platform}:`) ? platformId(key) : undefined;
}

/** A ClaimReview as it stands in a file, with what the feed says around it. */
export interface ReviewNode {
  readonly review: JsonObject;
  /** The `DataFeedItem` that it is the item of, or the claim of a search answer. */
  readonly around: JsonObject | undefined;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** What one page or line of a feed holds at most, so that no made-up nesting takes for ever. */
const maxNodes = 200_000;
const maxDepth = 60;

/** A text that may hold JSON of its own, or a web page: what crawlers keep. */
type ReadText = (text: string) => readonly unknown[];

/**
 * Finds every ClaimReview in a value, however deep: alone, in lists, in `@graph`, in the items of a feed, as text within. In
 * the order in which they stand there.
 */
export function claimReviewNodes(root: unknown, readText: ReadText): readonly ReviewNode[] {
  const found: ReviewNode[] = [];
  const waiting: { value: unknown; around: JsonObject | undefined; depth: number }[] = [
    { value: root, around: undefined, depth: 0 },
  ];
  for (let visited = 0; visited < maxNodes; visited += 1) {
    const next = waiting.pop();
    if (!next) break;
    const { value, depth } = next;
    if (depth > maxDepth) continue;
    const within = (values: readonly unknown[], around: JsonObject | undefined): void => {
      for (const inner of values.toReversed())
        waiting.push({ value: inner, around, depth: depth + 1 });
    };
    if (typeof value === 'string') {
      if (value.includes('ClaimReview')) within(readText(value), next.around);
    } else if (Array.isArray(value)) {
      within(value, next.around);
    } else if (isObject(value)) {
      if (hasType(value, 'ClaimReview') || isSearchedReview(value, next.around)) {
        found.push({ review: value, around: next.around });
      } else {
        within(Object.values(value), isEnvelope(value) ? value : next.around);
      }
    }
  }
  return found;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `@type` may be one name or several, with or without `@`, with or without schema.org before it. */
export function hasType(node: JsonObject, type: string): boolean {
  const types = [node['@type'], node.type].flat();
  return types.some(
    (name) =>
      typeof name === 'string' && name.replace(/^.*[/:#]/, '').toLowerCase() === type.toLowerCase(),
  );
}

function isEnvelope(node: JsonObject): boolean {
  return hasType(node, 'DataFeedItem') || isSearchedClaim(node);
}

/** Google's `claims:search` answers `{ text, claimReview: [{ publisher, textualRating, … }] }`, without types. */
function isSearchedClaim(node: JsonObject): boolean {
  return typeof node.text === 'string' && Array.isArray(node.claimReview);
}

function isSearchedReview(node: JsonObject, around: JsonObject | undefined): boolean {
  return around !== undefined && isSearchedClaim(around) && 'textualRating' in node;
}

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

/** What a text holds that may be JSON of its own, or a web page: what crawlers keep. Undefined stands for what is broken. */
type ReadText = (text: string) => readonly unknown[];

interface FoundNodes {
  /** In the order in which they stand there. */
  readonly nodes: readonly ReviewNode[];
  /** Whether there may be no more: nothing was broken, nested too deep or too much. */
  readonly isWhole: boolean;
}

/** Finds every ClaimReview in a value: alone, in lists, in `@graph`, in the items of a feed, as text within. */
export function claimReviewNodes(root: unknown, readText: ReadText): FoundNodes {
  const nodes: ReviewNode[] = [];
  let isWhole = true;
  const waiting: { value: unknown; around: JsonObject | undefined; depth: number }[] = [
    { value: root, around: undefined, depth: 0 },
  ];
  for (let visited = 0; visited < maxNodes; visited += 1) {
    const next = waiting.pop();
    if (!next) break;
    const { value, depth } = next;
    if (depth > maxDepth) {
      isWhole = false;
      continue;
    }
    const within = (values: readonly unknown[], around: JsonObject | undefined): void => {
      for (const inner of values.toReversed())
        waiting.push({ value: inner, around, depth: depth + 1 });
    };
    if (typeof value === 'string') {
      const values = value.includes('ClaimReview') ? readText(value) : [];
      if (values.includes(undefined)) isWhole = false;
      within(values, next.around);
    } else if (Array.isArray(value)) {
      within(value, next.around);
    } else if (isObject(value)) {
      if (hasType(value, 'ClaimReview') || isSearchedReview(value, next.around)) {
        nodes.push({ review: value, around: next.around });
      } else {
        within(Object.values(value), isEnvelope(value) ? value : next.around);
      }
    }
  }
  return { nodes, isWhole: isWhole && waiting.length === 0 };
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

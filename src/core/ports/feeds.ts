/** How the addresses fare that packs take their claims from, as this process sees them. */
export interface FeedStates {
  list(): readonly FeedState[];
}

export interface FeedState {
  /** The name of the pack. */
  readonly pack: string;
  /** The host that it is fetched from. */
  readonly site: string;
  /** ISO 8601 instant at which the source last gave, or confirmed, the copy that is used; undefined while there is none. */
  readonly confirmedAt: string | undefined;
  /** Digest of that copy. */
  readonly copy: string | undefined;
  /** Why the source can't be used just now; undefined while it can. */
  readonly trouble: FeedTrouble | undefined;
}

export interface FeedTrouble {
  /** ISO 8601 instant. */
  readonly since: string;
  /** A sentence without its full stop. */
  readonly why: string;
}

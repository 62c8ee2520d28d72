/** Remembers which platform events were taken, and what may be done once, so that nothing is answered twice. */
export interface Deliveries {
  /** True the first time an event is seen, false ever after (for at least an hour). Never rejects. */
  claim(event: string): Promise<boolean>;
  /** What was claimed came to nothing and may be tried again. Never rejects. */
  release(event: string): Promise<void>;
}

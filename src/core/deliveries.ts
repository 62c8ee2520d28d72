/** Remembers which platform events were taken, so that a redelivery is not answered twice. */
export interface Deliveries {
  /** True the first time an event is seen, false ever after (for at least an hour). Never rejects. */
  claim(event: string): Promise<boolean>;
}

/** What was made of a list at an earlier time. */
export interface Earlier<Made> {
  readonly made: Made;
  /** Where an entry of the list stood then; undefined for one that is not as it was. */
  placeOf(place: number): number | undefined;
}

/** A number as a text gives it. Places are characters of the text. */
export interface Amount {
  /** In the base unit of what it measures: seconds, metres, whole coins, 0.1 for a tenth. */
  readonly value: number;
  /** `money`, `share`, `times`, `rank`, `time`, `clock` (hours), `length` …, or `count` where nothing says. */
  readonly measures: string;
  readonly coin: string | undefined;
  /** What else it may stand for: "8.4m" is millions or metres, "2 mil" thousands or millions. */
  readonly orValue: number | undefined;
  /** A bare number that may also be a year with its century left out. */
  readonly mayBeYear: boolean;
  readonly bound: Bound | undefined;
  readonly from: number;
  readonly to: number;
  /** Where the number itself ends and its unit begins. */
  readonly numberTo: number;
  /** The same with the words of its bound: "more than 30", "30 or more". */
  readonly boundFrom: number;
  readonly boundTo: number;
}

/** Words beside an amount that may belong to it: what it counts, and a denial that turns its bound round. */
export const wordsBeside = 3;

/** On which side of the number the truth lies. */
export type Bound = 'over' | 'under' | 'about';

/** A point in time; what it leaves open is undefined. */
export interface Time {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number | undefined;
  /** The same as `month`, but for a part of a year: "the third quarter of 2019". */
  readonly lastMonth: number | undefined;
  readonly day: number | undefined;
  /** The year stands for its whole decade: "the 1990s". */
  readonly isDecade: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Amounts {
  readonly amounts: readonly Amount[];
  readonly times: readonly Time[];
}

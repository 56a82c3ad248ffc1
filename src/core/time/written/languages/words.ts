/** Words that mean the same, in the forms in which they stand in dates; capitals and accents do not matter. */
export type Same = readonly string[];

type Twelve = readonly [Same, Same, Same, Same, Same, Same, Same, Same, Same, Same, Same, Same];

/** The words that dates are written with in a language. What a language says otherwise, or not at all, is left out. */
export interface DateWords {
  /** January to December, with their abbreviations. */
  readonly months: Twelve;
  /** Their days are read over. */
  readonly weekdays: Same;
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly [Same, Same, Same, Same];
  /** “About 1850”: before or after the date. */
  readonly about: Same;
  /** “Possibly 1850”: before or after the date. */
  readonly doubt?: Same;
  /** “From X to Y”: what stands before, and in between. */
  readonly from?: Same;
  readonly to: Same;
  /** “Between X and Y”. */
  readonly between?: Same;
  readonly and: Same;
  readonly or?: Same;
  /** Before a date: that and everything later, only what is later, that and everything earlier, only what is earlier. */
  readonly since: Same;
  readonly after: Same;
  readonly until: Same;
  readonly before: Same;
  /** The same four, where they stand after the date. */
  readonly sinceBehind?: Same;
  readonly afterBehind?: Same;
  readonly untilBehind?: Same;
  readonly beforeBehind?: Same;
  /** “1990 – today”. */
  readonly present: Same;
  /** The beginning, middle and end of a month, year, decade or century. */
  readonly early: Same;
  readonly mid: Same;
  readonly late: Same;
  readonly century: Same;
  readonly decade?: Same;
  readonly millennium?: Same;
  readonly quarter?: Same;
  readonly week?: Same;
  /** Before and after Christ. */
  readonly bce: Same;
  readonly ce: Same;
  /** What is read over: articles, “of”, “the year”, “at”. */
  readonly noise?: Same;
}

/** What the page of one build is made of. */
export interface PageFiles {
  /** Tells builds apart: equal when every file is. */
  readonly version: string;
  /** Addresses relative to the page; the page itself is `./`. A file in `assets/` has a sum of its content in its name. */
  readonly files: readonly string[];
  /** What the page does without until somebody makes something of it: kept when the page itself is. */
  readonly rest: readonly string[];
}

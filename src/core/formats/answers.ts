import type { DateOrder, YearCount } from '../time/date-habits.ts';
import type { Field } from './fields.ts';

/** What a person says about a file; all that is not said is found out, or asked. */
export interface Answers {
  /** Id of the format. */
  readonly format?: string;
  /** A label of the Encoding Standard, such as `windows-1254`. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** What columns mean, by their names; `null`: nothing. */
  readonly mapping?: ReadonlyMap<string, Field | null>;
  readonly order?: DateOrder;
  readonly years?: YearCount;
  /** IANA zone of times that state none. */
  readonly zone?: string;
  /** Whether places that have a name alone get the position that the gazetteer has for it. */
  readonly lookUp?: boolean;
}

/** What a file cannot settle by itself. Until it is answered the stated reading is used. */
export type Question =
  /** Every date of these columns can be read in both orders; some of them as they stand. */
  | { readonly kind: 'order'; readonly column: string; readonly evidence: readonly string[]; readonly used: DateOrder | undefined }
  | { readonly kind: 'years'; readonly column: string; readonly evidence: readonly string[]; readonly used: YearCount }
  | { readonly kind: 'encoding'; readonly used: string; readonly others: readonly string[]; readonly evidence: readonly string[] }
  | { readonly kind: 'zone'; readonly column: string; readonly evidence: readonly string[]; readonly used: string }
  | { readonly kind: 'sheet'; readonly used: string; readonly others: readonly string[] }
  /** Nothing says which column holds what the events need. */
  | { readonly kind: 'mapping'; readonly missing: readonly Field[] }
  /** So many names of places could get a position that the gazetteer has; some of all the names. */
  | { readonly kind: 'places'; readonly names: readonly string[]; readonly found: number };

import type { Result } from '../base/result.ts';
import type { TimeSpan } from './instant.ts';

/** The finest unit stated. A year in exponent form or with `S` digits is as precise as its digits say. */
export type Precision =
  | 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'millennium' | 'ten-millennia' | 'hundred-millennia' | 'million-years' | 'deep';

/** EDTF qualifiers: `?` the source is in doubt, `~` the value is estimated, `%` both. */
export interface Qualifier {
  readonly uncertain: boolean;
  readonly approximate: boolean;
}

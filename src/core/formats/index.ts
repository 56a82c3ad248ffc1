import { dateline } from './dateline.ts';

/** Every format that Dateline reads; the first one that a text looks like reads it. */
export const FORMATS = [dateline] as const;

import type { ImportFormat, Sample } from './format.ts';

/** A format, and how sure the beginning of a file makes it: from 0 to 1. */
export interface Detected {
  readonly format: ImportFormat;
  readonly certainty: number;
}

/** The formats that a file may be of, the surest first; none for a file that no format knows. */
export function detectFormats(sample: Sample, formats: readonly ImportFormat[]): readonly Detected[] {
  return formats
    .map((format) => ({ format, certainty: format.looksLike(sample) }))
    .filter(({ certainty }) => certainty > 0)
    .sort((a, b) => b.certainty - a.certainty);
}

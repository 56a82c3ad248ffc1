/** Where in the input something was found. Numbers count from 1 as a person does. */
export interface IssuePlace {
  /** Feature number in the collection. */
  readonly feature?: number;
  readonly id?: string;
  /** Path of the member, such as `properties.when`. */
  readonly member?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Something to tell about the input: its code chooses the sentence in the catalogue (`core/i18n`), `value` is what stood there,
 * `parameters` fill the sentence. `error`: the feature was set aside. `warning`: it is shown, something in it was not.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning';
  readonly place: IssuePlace;
  /** The value as it stood in the file, shortened. */
  readonly value?: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** Every code has a sentence in each language; a missing one does not compile. */
export const NATIVE_ISSUE_CODES = [
  'file-empty',
  'file-not-json',
  'file-not-geojson',
  'file-truncated',
  'file-broken',
  'file-mended',
  'version-newer',
  'plain-geojson',
  'feature-not-json',
  'feature-not-object',
  'id-missing',
  'id-duplicate',
  'title-missing',
  'when-unreadable',
  'when-missing',
  'category-unknown',
  'category-repeated',
  'geometry-unreadable',
  'geometry-unnamed',
  'latitude-out-of-range',
  'longitude-out-of-range',
  'null-island',
  'place-without-geometry',
  'place-kind-mismatch',
  'radius-missing',
  'relation-unknown',
  'member-wrong-kind',
  'member-value-unknown',
  'url-refused',
] as const;

/** What is found in files of other programs besides. */
export const IMPORT_ISSUE_CODES = [
  'file-unknown',
  'file-other-kind',
  'file-damaged',
  'file-too-large',
  'archive-empty',
  'archive-damaged',
  'archive-locked',
  'archive-others',
  'archive-too-dense',
  'text-broken',
  'date-unreadable',
  'date-impossible',
  'date-ambiguous',
  'date-century',
  'date-zero',
  'date-origin',
  'year-zero',
  'date-disagrees',
  'year-outlier',
  'end-before-start',
  'time-unreadable',
  'duration-unreadable',
  'duration-unclear',
  'zone-unknown',
  'coordinates-projected',
  'coordinates-unreadable',
  'coordinates-incomplete',
  'coordinates-swapped',
  'row-too-long',
  'row-unclosed',
  'entry-wrong-kind',
  'entry-empty',
  'entry-damaged',
  'entry-too-deep',
  'events-elsewhere',
  'reference-unknown',
  'reference-cycle',
  'recurrence-capped',
  'recurrence-unread',
  'recurrence-day-unread',
  'markup-removed',
  'not-fetched',
  'not-shown',
  'xml-damaged',
  'xml-entities',
  'xml-too-deep',
] as const;

export const ISSUE_CODES = [...NATIVE_ISSUE_CODES, ...IMPORT_ISSUE_CODES] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

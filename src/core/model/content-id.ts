import { hashOf } from '../base/hash.ts';

/** What tells a record without an id from others: texts, empty where it has none. */
export interface IdContent {
  readonly title: string;
  readonly description: string;
  readonly edtf: string;
  /** The source's words for the time. */
  readonly wording: string;
  readonly place: string;
  /** Longitude and latitude, with a blank between them. */
  readonly position: string;
}

/** An id made of the words, the date and the place of a record. */
export function contentId({ title, description, edtf, wording, place, position }: IdContent): string {
  const text = `${title}\n${edtf}\n${wording}\n${place}\n${position}\n${description}`;
  return `e${hashOf(text).toString(36)}${hashOf(`${text.length} ${text}`).toString(36)}`;
}

import type { Dataset } from '../model/dataset.ts';
import type { TimelineEvent } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';

/**
 * A text as it is compared in a search: compatibility forms taken apart, marks above and below letters dropped, lower case, and the
 * letters that people write in two ways (Turkish dotless i, Arabic and Persian yeh and kaf, digits) made one.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+|\u200C|\u00AD/gu, '')
    .toLowerCase()
    .replace(/[ıøłđßæœىيك٠-٩۰-۹’‘“”\s]/gu, foldLetter);
}

/** Letters that have no decomposition in Unicode, and the plain ones people type for them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map<string, string>([
  ...[['ı', 'i'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe']] as const,
  ...[['ى', 'ی'], ['ي', 'ی'], ['ك', 'ک'], ['’', "'"], ['‘', "'"], ['“', '"'], ['”', '"']] as const,
]);

function foldLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return PLAIN_LETTERS.get(letter) ?? ' ';
}

const foldedTexts = new WeakMap<Dataset, readonly string[]>();

/** The searched text of every event, folded; worked out once for a dataset. */
export function searchTexts(dataset: Dataset): readonly string[] {
  const known = foldedTexts.get(dataset);
  if (known !== undefined) return known;
  const made = Array.from({ length: dataset.size }, (_, i) => searchText(eventAt(dataset, i)));
  foldedTexts.set(dataset, made);
  return made;
}

/** What a search looks at in an event: title, description, places, actors, who says so, publishers; folded, one line for each. */
export function searchText(event: TimelineEvent): string {
  const parts = [
    event.title,
    event.shortTitle,
    event.description,
    ...event.places.map((place) => place.name),
    ...event.actors,
    event.attribution,
    ...event.sources.map((source) => source.publisher),
  ];
  return parts.map((part) => foldText(part ?? '').trim()).join('\n');
}

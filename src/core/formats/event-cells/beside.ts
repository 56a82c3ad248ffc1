import { buildEvent, UNDATED } from '../../model/build-event.ts';
import type { Draft } from '../../model/draft.ts';
import type { Json, Place, TimelineEvent } from '../../model/event.ts';
import { isLocated } from '../../model/place.ts';
import { ownCell, ownColumn, readOwnCell, readOwnColumn } from '../csv/sheet.ts';
import { isObject } from '../dateline-file.ts';
import { isLine } from './held.ts';
import { draftOfCells, placesOf, whenOf, type Cells } from './read-cells.ts';
import { NOTHING } from './text-cell.ts';
import { EVENT_CELL_NAMES, EVENT_CELLS, type EventCell } from './write-cells.ts';

/**
 * What a format has no member for is written beside the event, under the names of cells, so that it comes back when the file is read again. Time
 * and places come back only as long as nobody has changed those that the format shows.
 */

/** What the format itself says of an event, as its reader understands it. */
export interface Shown {
  /** Its time in EDTF; `undefined` where it has none. */
  readonly when: string | undefined;
  readonly places: readonly Place[];
}

const WHEN_CELLS = ['when', 'whenWording', 'whenBasis', 'zone', 'partOfDay'] as const satisfies readonly EventCell[];
const PLACE_CELLS = ['place', 'placeKind', 'latitude', 'longitude', 'radiusKm', 'placeCode', 'placeWording', 'placeBasis', 'geometry'] as const satisfies readonly EventCell[];
const APART: ReadonlySet<EventCell> = new Set<EventCell>([...WHEN_CELLS, ...PLACE_CELLS]);

/** Names beside those of cells: what the format shows of time and places. */
const [SHOWN_WHEN, SHOWN_PLACES] = ['shownWhen', 'shownPlaces'] as const;

/** What is to be written beside an event, by name; empty where the format holds all of it. `held`: cells of members that it has itself. */
export function besideOf(event: TimelineEvent, shown: Shown, held: readonly EventCell[]): ReadonlyMap<string, string> {
  const beside = new Map<string, string>();
  const put = (name: EventCell): void => {
    const text = EVENT_CELLS[name](event);
    if (text !== '') beside.set(name, text);
  };
  const { when } = event;
  if (when.edtf?.text !== shown.when || when.wording !== undefined || when.basis.kind === 'inferred' || when.partOfDay !== undefined || when.zone !== 'local') {
    WHEN_CELLS.forEach(put);
    beside.set(SHOWN_WHEN, shown.when ?? '');
  }
  const native = buildEvent({ id: '', title: '', when: UNDATED, places: shown.places });
  const haveNames = event.places.every(({ name }) => name === '' || isLine(name));
  if (!haveNames || PLACE_CELLS.some((name) => EVENT_CELLS[name](event) !== EVENT_CELLS[name](native))) {
    PLACE_CELLS.forEach(put);
    beside.set(SHOWN_PLACES, keyOfPlaces(shown.places));
  }
  for (const name of EVENT_CELL_NAMES) if (!APART.has(name) && !held.includes(name) && (name !== 'status' || event.status !== 'confirmed')) put(name);
  if (event.description === undefined && !held.includes('description')) beside.set('description', NOTHING);
  if (event.categories.length === 0 && !held.includes('categories')) beside.set('categories', NOTHING);
  for (const [of, members] of [['properties', event.extra], ['feature', event.featureExtra]] as const) {
    for (const [name, value] of members) {
      const column = ownColumn(of, name, typeof value !== 'string');
      beside.set(column.name, ownCell(column, value));
    }
  }
  return beside;
}

/** The event of a file with what stands beside it; `undefined` leaves it as it is, as does what `besideOf` would not write. */
export function withBeside(draft: Draft, beside: ReadonlyMap<string, string> | undefined): Draft {
  if (beside === undefined) return draft;
  const cell: Cells = (name) => beside.get(name) ?? '';
  const read = draftOfCells(cell, draft);
  const stated = Object.fromEntries(MEMBERS.filter(([, name]) => name.some((one) => beside.has(one))).map(([member]) => [member, read[member]])) as Draft;
  const isWhen = WHEN_CELLS.some((name) => beside.has(name)) && (beside.get(SHOWN_WHEN) ?? '') === plainDate(draft.when?.edtf?.text ?? '');
  const arePlaces = PLACE_CELLS.some((name) => beside.has(name)) && (beside.get(SHOWN_PLACES) ?? '') === keyOfPlaces(draft.places ?? []);
  const [extra, featureExtra] = [new Map(draft.extra ?? []), new Map(draft.featureExtra ?? [])];
  for (const [name, text] of beside) {
    if (NAMES.has(name)) continue;
    const column = readOwnColumn(name);
    const value = readOwnCell(column, text);
    if (value !== undefined) (column.of === 'feature' ? featureExtra : extra).set(column.member, value);
  }
  return {
    ...draft,
    ...stated,
    when: isWhen ? (whenOf(cell) ?? draft.when) : draft.when,
    places: arePlaces ? (placesOf(cell) ?? draft.places) : draft.places,
    extra,
    featureExtra,
  };
}

/** Members of an event by the cells that hold them. */
const MEMBERS: readonly (readonly [keyof Draft, readonly EventCell[]])[] = [
  ['id', ['id']],
  ['title', ['title']],
  ['shortTitle', ['shortTitle']],
  ['description', ['description']],
  ['categories', ['categories']],
  ['status', ['status']],
  ['attribution', ['attribution']],
  ['actors', ['actors']],
  ['sources', ['sourcePublisher', 'sourceTitle', 'sourceUrl', 'sourceDate', 'sourceLocator']],
  ['relations', ['relations']],
  ['media', ['media']],
];

const NAMES: ReadonlySet<string> = new Set([...EVENT_CELL_NAMES, SHOWN_WHEN, SHOWN_PLACES]);

/** What places look like on a map: the letters of their names, and positions. */
const keyOfPlaces = (places: readonly Place[]): string =>
  places
    .map((place) => `${place.name.replace(/[^\p{L}\p{N}]+/gu, '')}@${isLocated(place) ? place.at.map((degrees) => degrees.toFixed(4)).join(',') : ''}`)
    .filter((key) => key !== '@')
    .join('|');

/** A date without the qualifier that readers may take from the words shown for it. */
const plainDate = (text: string): string => text.replace(/[?~%]$/, '');

/** The name under which formats of JSON and text hold all of it as one object. */
export const BESIDE = 'dateline';

/** All of it as JSON on one line, in signs that no reader takes for the end of it; `undefined` for nothing. */
export const besideText = (beside: ReadonlyMap<string, string>): string | undefined =>
  beside.size === 0 ? undefined : JSON.stringify(Object.fromEntries(beside)).replace(/[\u0085\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** All of it as JSON; `undefined` for nothing. */
export const besideJson = (beside: ReadonlyMap<string, string>): Json | undefined => (beside.size === 0 ? undefined : Object.fromEntries(beside));

/** The same read again; `undefined` for anything else. */
export function readBesideJson(json: Json | undefined): ReadonlyMap<string, string> | undefined {
  if (json === undefined || !isObject(json)) return undefined;
  return new Map(Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The same of JSON in a text. */
export function readBesideText(text: string | undefined): ReadonlyMap<string, string> | undefined {
  if (text === undefined) return undefined;
  try {
    return readBesideJson(JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}

import type { Draft } from '../../model/draft.ts';
import type { Json } from '../../model/event.ts';
import type { Story, WalkStep } from '../../model/story.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { unguarded } from '../csv/formula-guard.ts';
import { readOwnCell, readOwnColumn, RECORD_COLUMN, RECORDS, type SheetRecord } from '../csv/sheet.ts';
import { draftOfCells, type Cells } from '../event-cells/read-cells.ts';
import { readTextCell } from '../event-cells/text-cell.ts';
import { EVENT_CELL_NAMES } from '../event-cells/write-cells.ts';
import { isObject } from '../dateline-file.ts';
import { foldName } from '../field-names.ts';
import type { Layout, Refined } from '../format.ts';
import { hasColumns, mappedBy } from './columns.ts';

/** The table that `writeCsv` writes. A row may say something of the story, instead of being an event. */
export const datelineSheet: Layout = {
  id: 'dateline-sheet',
  name: 'Dateline CSV',
  looksLike: (header) => (hasColumns(header, ['id', 'title', 'when', 'whenWording', 'placeKind', 'status', RECORD_COLUMN]) ? 1 : 0),
  mapping: mappedBy({
    id: 'id',
    title: 'title',
    description: 'description',
    when: 'start',
    zone: 'zone',
    place: 'place',
    latitude: 'latitude',
    longitude: 'longitude',
    categories: 'category',
    status: 'status',
    attribution: 'attribution',
    actors: 'actor',
    sourcePublisher: 'source',
    sourceUrl: 'sourceUrl',
    media: 'media',
    mediaCaption: 'mediaCaption',
    mediaCredit: 'mediaCredit',
    record: 'rowKind',
  }),
  years: 'astronomical',
  refine,
};

const OWN: ReadonlySet<string> = new Set([...EVENT_CELL_NAMES, RECORD_COLUMN].map(foldName));

function refine(draft: Draft, raw: (column: string) => string): Refined {
  const cell: Cells = (name) => unguarded(raw(name));
  const record = RECORDS.find((known) => known === raw(RECORD_COLUMN).trim());
  if (record !== undefined) return { kind: 'not-event', line: 0, ...aboutStory(record, cell) };
  const [extra, featureExtra] = [new Map<string, Json>(), new Map<string, Json>()];
  for (const [name, text] of draft.extra ?? []) {
    if (typeof text !== 'string' || OWN.has(foldName(name))) continue;
    const column = readOwnColumn(unguarded(name));
    const value = readOwnCell(column, text);
    if (value !== undefined) (column.of === 'feature' ? featureExtra : extra).set(column.member, value);
  }
  return { kind: 'event', draft: { ...draftOfCells(cell, draft), extra, featureExtra }, findings: [] };
}

type AboutStory = Pick<Extract<Refined, { readonly kind: 'not-event' }>, 'what' | 'story'>;

function aboutStory(record: SheetRecord, cell: Cells): AboutStory {
  const [id, title] = [readTextCell(cell('id')) ?? '', readTextCell(cell('title')) ?? ''];
  switch (record) {
    case 'category':
      return { what: 'category', story: { categories: [{ id, name: title }] } };
    case 'era':
      return { what: 'era', story: { eras: [{ name: title, when: cell('when').trim() }] } };
    case 'source':
      return { what: 'source', story: { sources: draftOfCells(cell, {}).sources ?? [] } };
    case 'story':
      return { what: id === 'title' ? 'title' : 'setting', story: storyMember(id, title) };
  }
}

function storyMember(id: string, text: string): Partial<Story> {
  switch (id) {
    case 'title':
    case 'deck':
    case 'credit':
    case 'licence':
    case 'language':
      return { [id]: text };
    case 'reportDate': {
      const edtf = parseEdtf(text);
      return edtf.ok ? { reportDate: { edtf: text, at: edtf.value.span.earliestStart } } : {};
    }
    case 'walk':
      return { walk: walkOf(parsed(text)) };
    default: {
      const match = /^(dateline|collection)\.(.*)$/s.exec(id);
      const value = match === null ? undefined : parsed(text);
      if (match === null || value === undefined) return {};
      const members = new Map([[match[2] ?? '', value]]);
      return match[1] === 'dateline' ? { extra: members } : { collectionExtra: members };
    }
  }
}

/** The steps of a walk as `writeCsv` writes them; entries of another form are left out. */
function walkOf(json: Json | undefined): readonly WalkStep[] {
  return (Array.isArray(json) ? (json as readonly Json[]) : []).filter(isObject).map((step) => {
    const text = (member: 'title' | 'text' | 'view'): string => {
      const value = step[member];
      return typeof value === 'string' ? value : '';
    };
    return { title: text('title'), text: text('text'), view: text('view') };
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

import type { Draft } from '../../model/draft.ts';
import type { Field } from '../fields.ts';
import type { Layout, Refined } from '../format.ts';
import { hasColumn, hasColumns, mappedBy } from './columns.ts';

const WORDS: Readonly<Record<string, Field>> = {
  'Display Date': 'displayDate',
  Headline: 'title',
  Text: 'description',
  Media: 'media',
  'Media Credit': 'mediaCredit',
  'Media Caption': 'mediaCaption',
  Type: 'rowKind',
  Group: 'category',
  Tag: 'category',
};

/**
 * The Google sheet of TimelineJS 3, as CSV: https://timeline.knightlab.com/docs/using-spreadsheets.html. A row may be the story's title or an
 * era.
 */
export const timelinejsSheet: Layout = {
  id: 'timelinejs-sheet',
  name: 'TimelineJS sheet',
  looksLike: (header) => (hasColumns(header, ['Year', 'Headline']) && hasColumn(header, ['End Year', 'Display Date', 'Media', 'Text']) ? 0.95 : 0),
  mapping: mappedBy({
    ...WORDS,
    Year: 'year',
    Month: 'month',
    Day: 'day',
    Time: 'startTime',
    'End Year': 'endYear',
    'End Month': 'endMonth',
    'End Day': 'endDay',
    'End Time': 'endTime',
  }),
  years: 'historical',
  refine,
};

/** The sheet of its first version, whose columns of whole dates go before any others and are written as in the United States. */
export const timelinejsOldSheet: Layout = {
  id: 'timelinejs-sheet-1',
  name: 'TimelineJS sheet, version 1',
  looksLike: (header) => (hasColumns(header, ['Start Date', 'Headline']) && hasColumn(header, ['Text', 'Media', 'Tag', 'Type']) ? 0.96 : 0),
  mapping: mappedBy({ ...WORDS, 'Start Date': 'start', 'End Date': 'end' }),
  years: 'historical',
  order: 'month-first',
  refine,
};

function refine(draft: Draft, cell: (column: string) => string): Refined {
  const { title = '', description, when } = draft;
  switch (cell('Type').trim().toLowerCase()) {
    case 'title':
      return { kind: 'not-event', line: 0, what: 'title', story: { title, deck: description } };
    case 'era':
      if (when?.edtf === undefined || title === '') break;
      return { kind: 'not-event', line: 0, what: 'era', story: { eras: [{ name: title, when: when.edtf.text }] } };
    default:
  }
  return { kind: 'event', draft, findings: [] };
}

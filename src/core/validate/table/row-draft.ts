import type { Finding } from '../../formats/entry.ts';
import type { Field } from '../../formats/fields.ts';
import type { Draft } from '../../model/draft.ts';
import type { Json, Media, Source, Status } from '../../model/event.ts';
import { isAbsent, unguarded } from './cell-texts.ts';
import type { Cell, ColumnPlan, Row } from './columns.ts';
import { placesReader } from './row-places.ts';
import { listReader, readMedia, readSources, readStatus, readWords, type FromCells } from './row-texts.ts';
import { whenReader } from './row-when.ts';
import type { Survey } from './survey.ts';

/** A row as an event. */
export interface RowDraft {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/** Fields of which every column counts. */
const LISTED: ReadonlySet<Field> = new Set(['category', 'tags', 'actor', 'source', 'sourceUrl', 'media']);

/** Makes a reader of rows: what a row says as an event, and what is to be told of it. All that no member of an event takes is kept beside it. */
export function draftReader(plan: ColumnPlan, survey: Survey): (row: Row) => RowDraft {
  const readWhen = whenReader(plan, survey);
  const readPlaces = placesReader(plan);
  const unread = [...plan.others, ...plan.of('duration'), ...plan.of('rowKind')].sort((a, b) => a - b);
  const repeated = plan.repeated.filter((field) => !LISTED.has(field));
  const has = (...fields: readonly Field[]): boolean => fields.some((field) => plan.of(field).length > 0);
  const [hasSources, hasMedia, hasStatus] = [has('source', 'sourceUrl', 'sourceTitle', 'sourceDate'), has('media'), has('status')];
  const [listCategories, listActors] = [listReader(plan, ['category', 'tags']), listReader(plan, ['actor'])];
  return (row) => {
    const title = readWords(plan.first('title', row));
    const description = readWords(plan.first('description', row));
    const { when, findings: whenFindings, left: whenLeft } = readWhen(row);
    const { places, findings: placeFindings, left: placeLeft } = readPlaces(row);
    const sources = hasSources ? readSources(plan, row) : NO_SOURCES;
    const media = hasMedia ? readMedia(plan, row) : NO_MEDIA;
    const status = hasStatus ? readStatus(plan, row) : NO_STATUS;
    const categories = listCategories(row);
    const id = plan.first('id', row);
    const attribution = plan.first('attribution', row);
    const extra = new Map<string, Json>();
    for (const column of unread) keep(extra, plan.header[column] ?? '', row.cells[column] ?? '');
    for (const field of repeated) for (const cell of unchosen(plan, field, row)) keep(extra, cell.column, cell.text);
    for (const left of [title.left, description.left, sources.left, media.left, status.left, whenLeft, placeLeft]) {
      for (const { column, text } of left) keep(extra, column, text);
    }
    for (let column = plan.header.length; column < row.cells.length; column += 1) keep(extra, `Column ${column + 1}`, row.cells[column] ?? '');
    const draft: Draft = {
      id: id === undefined || isAbsent(id.text) ? undefined : unguarded(id.text).trim(),
      ...(title.value === undefined ? titleFrom(description.value, categories, places[0]?.name) : { title: title.value }),
      description: description.value,
      when,
      places,
      categories,
      ...(status.value === undefined ? {} : { status: status.value }),
      attribution: attribution === undefined || isAbsent(attribution.text) ? undefined : unguarded(attribution.text).trim(),
      actors: listActors(row),
      sources: sources.value,
      media: media.value,
      extra,
    };
    const findings = [title.findings, description.findings, whenFindings, placeFindings, sources.findings, media.findings, status.findings];
    return { draft, findings: findings.every((list) => list.length === 0) ? NO_FINDINGS : findings.flat() };
  };
}

const NO_SOURCES: FromCells<readonly Source[]> = { value: [], findings: [], left: [] };
const NO_MEDIA: FromCells<readonly Media[]> = { value: [], findings: [], left: [] };
const NO_STATUS: FromCells<Status | undefined> = { value: undefined, findings: [], left: [] };

const NO_FINDINGS: readonly Finding[] = [];

function keep(extra: Map<string, Json>, column: string, text: string): void {
  if (text !== '' && text.trim() !== '') extra.set(column, unguarded(text));
}

/** What stands for a title where a row has neither that nor a text: what kind of thing it is, and where it was. */
function titleFrom(description: string | undefined, categories: readonly string[], place = ''): Pick<Draft, 'title'> {
  const [category = ''] = categories;
  return description !== undefined || category === '' || place === '' ? {} : { title: `${category} – ${place}` };
}

/** Cells of a field that a row has in several columns and of which it takes the first. */
function unchosen(plan: ColumnPlan, field: Field, row: Row): readonly Cell[] {
  const chosen = plan.first(field, row)?.at;
  return plan.of(field).filter((at) => at !== chosen).map((at) => ({ column: plan.header[at] ?? '', at, text: row.cells[at] ?? '' }));
}

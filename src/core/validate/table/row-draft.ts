import type { Finding } from '../../formats/entry.ts';
import type { Field } from '../../formats/fields.ts';
import type { Draft } from '../../model/draft.ts';
import type { Json } from '../../model/event.ts';
import { isAbsent, unguarded } from './cell-texts.ts';
import type { Cell, ColumnPlan, Row } from './columns.ts';
import { readPlacesOf } from './row-places.ts';
import { readList, readMedia, readSources, readStatus, readWords } from './row-texts.ts';
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
  const unread = [...plan.others, ...plan.of('duration'), ...plan.of('rowKind')].sort((a, b) => a - b);
  const repeated = plan.repeated.filter((field) => !LISTED.has(field));
  return (row) => {
    const title = readWords(plan.first('title', row));
    const description = readWords(plan.first('description', row));
    const { when, findings: whenFindings, left: whenLeft } = readWhen(row);
    const { places, findings: placeFindings, left: placeLeft } = readPlacesOf(plan, row);
    const sources = readSources(plan, row);
    const media = readMedia(plan, row);
    const status = readStatus(plan, row);
    const categories = readList(plan, row, CATEGORIES);
    const id = plan.first('id', row);
    const attribution = plan.first('attribution', row);
    const extra = new Map<string, Json>();
    for (const column of unread) keep(extra, plan.header[column] ?? '', row.cells[column] ?? '');
    for (const field of repeated) for (const cell of unchosen(plan, field, row)) keep(extra, cell.column, cell.text);
    for (const { left } of [title, description, sources, media, status]) for (const { column, text } of left) keep(extra, column, text);
    for (const { column, text } of [...whenLeft, ...placeLeft]) keep(extra, column, text);
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
      actors: readList(plan, row, ACTORS),
      sources: sources.value,
      media: media.value,
      extra,
    };
    return { draft, findings: [...title.findings, ...description.findings, ...whenFindings, ...placeFindings, ...sources.findings, ...media.findings, ...status.findings] };
  };
}

const CATEGORIES = ['category', 'tags'] as const;
const ACTORS = ['actor'] as const;

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

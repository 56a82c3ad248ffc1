import type { Finding } from '../../formats/entry.ts';
import { plainText } from '../../formats/plain-text.ts';
import type { Media, Source, Status } from '../../model/event.ts';
import { isAbsent, isWebAddress, listed, unguarded } from './cell-texts.ts';
import type { Cell, ColumnPlan, Row } from './columns.ts';
import { statusOf } from './status-words.ts';

/** Something read from cells, what is to be told of them, and those that it does not hold in full. */
export interface FromCells<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
  readonly left: readonly Cell[];
}

const nothing = <T>(value: T): FromCells<T> => ({ value, findings: [], left: [] });

/** Reads words that may be written as HTML. What its markup held beside them is kept. */
export function readWords(cell: Cell | undefined): FromCells<string | undefined> {
  if (cell === undefined || isAbsent(cell.text)) return nothing(undefined);
  const words = unguarded(cell.text).trim();
  if (!words.includes('<') && !words.includes('&')) return nothing(words);
  const { text, removed, rich } = plainText(words);
  return {
    value: text.trim() === '' ? undefined : text,
    findings: removed.map((tag) => ({ code: 'markup-removed', column: cell.column, value: tag })),
    left: removed.length > 0 || rich ? [cell] : [],
  };
}

/** The cells of some columns that hold something. */
function cellsOf(plan: ColumnPlan, columns: readonly number[], { cells }: Row): readonly Cell[] {
  return columns.map((at) => ({ column: plan.header[at] ?? '', at, text: cells[at] ?? '' })).filter(({ text }) => !isAbsent(text));
}

/** The entries of all cells of some fields, each once. */
export function readList(plan: ColumnPlan, row: Row, fields: readonly Parameters<ColumnPlan['of']>[0][]): readonly string[] {
  const entries = fields.flatMap((field) => cellsOf(plan, plan.of(field), row).flatMap(({ text }) => listed(unguarded(text))));
  return entries.length < 2 ? entries : [...new Set(entries)];
}

const ADDRESS_BREAK = /[\s;|]+|,(?=\s*https?:)/i;

/** Reads where a row was taken from: addresses, names, titles and dates of sources. What is no address stands for a name. */
export function readSources(plan: ColumnPlan, row: Row): FromCells<readonly Source[]> {
  const addresses: string[] = [];
  const findings: Finding[] = [];
  const left: Cell[] = [];
  for (const cell of cellsOf(plan, plan.of('sourceUrl'), row)) {
    const parts = unguarded(cell.text).trim().split(ADDRESS_BREAK).filter((part) => part !== '');
    addresses.push(...parts.filter(isWebAddress));
    if (parts.every(isWebAddress)) continue;
    left.push(cell);
    if (/^\s*[a-z][a-z0-9+.-]{1,20}:/i.test(cell.text)) findings.push({ code: 'url-refused', column: cell.column, value: cell.text.trim() });
  }
  const names: string[] = [];
  for (const cell of cellsOf(plan, plan.of('source'), row)) {
    for (const part of unguarded(cell.text).split(/[;|\n]/)) {
      const name = part.trim();
      if (isWebAddress(name)) addresses.push(name);
      else if (!isAbsent(name)) names.push(name);
    }
  }
  const [title, date] = [plan.first('sourceTitle', row), plan.first('sourceDate', row)].map((cell) => (cell === undefined || isAbsent(cell.text) ? undefined : cell));
  const day = date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date.text.trim()) ? date.text.trim() : undefined;
  if (date !== undefined && day === undefined) left.push(date);
  const count = Math.max(names.length, addresses.length, title === undefined ? 0 : 1);
  const sources = Array.from({ length: count }, (_, position): Source => ({
    publisher: names[position],
    title: position === 0 ? title?.text.trim() : undefined,
    url: addresses[position],
    date: position === 0 ? day : undefined,
    locator: undefined,
  }));
  return { value: sources, findings, left };
}

const EMBEDDED = /<(?:iframe|img|video|audio|source|embed|blockquote|a)\b[^>]{0,2000}?\s(?:src|cite|href)\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i;

/** Reads pictures, films and sounds: addresses, or what pages paste to embed them. */
export function readMedia(plan: ColumnPlan, row: Row): FromCells<readonly Media[]> {
  const [caption, credit] = [readWords(plan.first('mediaCaption', row)), readWords(plan.first('mediaCredit', row))];
  const findings = [...caption.findings, ...credit.findings];
  const left = [...caption.left, ...credit.left];
  const media: Media[] = [];
  for (const cell of cellsOf(plan, plan.of('media'), row)) {
    const text = unguarded(cell.text).trim();
    const parts = text.startsWith('<') ? [EMBEDDED.exec(text.slice(0, 20_000))?.[1] ?? ''] : text.split(ADDRESS_BREAK);
    const addresses = parts.filter(isWebAddress);
    for (const url of addresses) media.push({ url, caption: media.length === 0 ? caption.value : undefined, credit: media.length === 0 ? credit.value : undefined });
    if (addresses.length === parts.length && !text.startsWith('<')) continue;
    left.push(cell);
    if (addresses.length === 0) findings.push({ code: 'url-refused', column: cell.column, value: text });
  }
  if (media.length === 0) left.push(...[plan.first('mediaCaption', row), plan.first('mediaCredit', row)].filter((cell) => cell !== undefined));
  return { value: media, findings, left };
}

/** Reads how far a row is established: a table that says nothing of it states what it states; a word that nobody knows is at least somebody's statement. */
export function readStatus(plan: ColumnPlan, row: Row): FromCells<Status | undefined> {
  const cell = plan.first('status', row);
  if (cell === undefined || isAbsent(cell.text)) return nothing(undefined);
  const status = statusOf(unguarded(cell.text));
  return status === undefined ? { value: 'reported', findings: [], left: [cell] } : nothing(status);
}

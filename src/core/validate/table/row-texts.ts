import type { Finding } from '../../formats/entry.ts';
import type { Field } from '../../formats/fields.ts';
import { plainText } from '../../formats/plain-text.ts';
import type { Media, Source, Status } from '../../model/event.ts';
import { isAbsent, isWebAddress, listed, unguarded } from './cell-texts.ts';
import { filled, type Cell, type ColumnPlan, type Row } from './columns.ts';
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
  const words = unguarded(cell.text).trim().replaceAll(/\r\n?/g, '\n');
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

const NO_ENTRIES: readonly string[] = [];

/** Most different cells whose entries are kept: kinds of things repeat from row to row. */
const MOST_KEPT = 10_000;

/** Makes a reader of the entries of all cells of some fields, each once. */
export function listReader(plan: ColumnPlan, fields: readonly Field[]): (row: Row) => readonly string[] {
  const columns = fields.flatMap(plan.of);
  const [only] = columns;
  if (only === undefined) return () => NO_ENTRIES;
  const known = new Map<string, readonly string[]>();
  const entriesOf = (text: string): readonly string[] => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size >= MOST_KEPT) known.clear();
    const entries = isAbsent(text) ? NO_ENTRIES : [...new Set(listed(unguarded(text)))];
    known.set(text, entries);
    return entries;
  };
  if (columns.length === 1) return ({ cells }) => entriesOf(cells[only] ?? '');
  return ({ cells }) => [...new Set(columns.flatMap((column) => entriesOf(cells[column] ?? '')))];
}

/** The addresses of a cell, and what else stands in it. A blank within an address is written as such. */
function addressesIn(text: string): { readonly addresses: readonly string[]; readonly others: readonly string[] } {
  const starts = [0, ...Array.from(text.matchAll(/https?:\/\//gi), ({ index }) => index), text.length];
  const parts = starts.slice(1).flatMap((end, position) => text.slice(starts[position], end).trim().split(/[;|,]\s|\n|[;|,]$/));
  const texts = parts.map((part) => part.trim()).filter((part) => part !== '');
  const whole = texts.map((part) => (/^https?:\/\//i.test(part) ? part.replaceAll(/\s/g, '%20') : part));
  return { addresses: whole.filter(isWebAddress), others: texts.filter((_, position) => !isWebAddress(whole[position] ?? '')) };
}

/** Reads where a row was taken from: addresses, names, titles and dates of sources. What is no address stands for a name. */
export function readSources(plan: ColumnPlan, row: Row): FromCells<readonly Source[]> {
  const addresses: string[] = [];
  const findings: Finding[] = [];
  const left: Cell[] = [];
  for (const cell of cellsOf(plan, plan.of('sourceUrl'), row)) {
    const found = addressesIn(unguarded(cell.text));
    addresses.push(...found.addresses);
    if (found.others.length === 0) continue;
    left.push(cell);
    const isAddress = found.others.some((other) => /^[a-z][a-z0-9+.-]{1,20}:/i.test(other));
    if (isAddress) findings.push({ code: 'url-refused', column: cell.column, value: cell.text.trim() });
  }
  const names: string[] = [];
  for (const cell of cellsOf(plan, plan.of('source'), row)) {
    for (const part of unguarded(cell.text).split(/[;|\n]/)) {
      const name = part.trim();
      if (isWebAddress(name)) addresses.push(name);
      else if (!isAbsent(name)) names.push(name);
    }
  }
  const [title, date] = [filled(plan.first('sourceTitle', row)), filled(plan.first('sourceDate', row))];
  const day = date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date.text.trim()) ? date.text.trim() : undefined;
  if (date !== undefined && day === undefined) left.push(date);
  const publishers = [...new Set(names)];
  const urls = [...new Set(addresses)];
  const count = Math.max(publishers.length, urls.length, title === undefined ? 0 : 1);
  const sources = Array.from({ length: count }, (_, position): Source => ({
    publisher: publishers[position],
    title: position === 0 ? title?.text.trim() : undefined,
    url: urls[position],
    date: position === 0 ? day : undefined,
    locator: undefined,
  }));
  return { value: sources, findings, left };
}

/** How much of pasted markup is looked through for an address. */
const LONGEST_MARKUP = 4000;

const EMBEDDED = /<(?:iframe|img|video|audio|source|embed|blockquote|a)\b[^>]{0,600}?\s(?:src|cite|href)\s*=\s*["']?(https?:\/\/[^"'\s>]+)/i;

/** Reads pictures, films and sounds: addresses, or what pages paste to embed them. */
export function readMedia(plan: ColumnPlan, row: Row): FromCells<readonly Media[]> {
  const [caption, credit] = [readWords(plan.first('mediaCaption', row)), readWords(plan.first('mediaCredit', row))];
  const findings = [...caption.findings, ...credit.findings];
  const left = [...caption.left, ...credit.left];
  const media: Media[] = [];
  for (const cell of cellsOf(plan, plan.of('media'), row)) {
    const text = unguarded(cell.text).trim();
    const found = addressesIn(text.startsWith('<') ? (EMBEDDED.exec(text.slice(0, LONGEST_MARKUP))?.[1] ?? '') : text);
    const { addresses } = found;
    for (const url of addresses) {
      media.push(media.length === 0 ? { url, caption: caption.value, credit: credit.value } : { url, caption: undefined, credit: undefined });
    }
    if (addresses.length > 0 && found.others.length === 0 && !text.startsWith('<')) continue;
    left.push(cell);
    if (addresses.length > 0) continue;
    const { column } = cell;
    if (text.startsWith('<')) findings.push({ code: 'not-shown', column, value: text, parameters: { what: column } });
    else findings.push({ code: 'url-refused', column, value: text });
  }
  if (media.length === 0) left.push(...[plan.first('mediaCaption', row), plan.first('mediaCredit', row)].filter((cell) => cell !== undefined));
  return { value: media, findings, left };
}

/**
 * Reads how far a row is established: a table that says nothing of it states what it states; a word that nobody knows is at least somebody's
 * statement.
 */
export function readStatus(plan: ColumnPlan, row: Row): FromCells<Status | undefined> {
  const cell = plan.first('status', row);
  if (cell === undefined || isAbsent(cell.text)) return nothing(undefined);
  const status = statusOf(unguarded(cell.text));
  return status === undefined ? { value: 'reported', findings: [], left: [cell] } : nothing(status);
}

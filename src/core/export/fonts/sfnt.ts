import { zlibSync } from 'fflate';

/** The tables of a font by their four letters, as the OpenType specification lays them out. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

/** A view of the bytes of a table. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The table of a font; throws when it has none of that name. */
export function tableOf(tables: FontTables, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`the font has no table ${JSON.stringify(tag)}`);
  return table;
}

const TRUETYPE = 0x0001_0000;
const WOFF = 0x774f_4646;
/** What the sum of a whole file and this field make (OpenType, “head”: checksumAdjustment). */
const WHOLE = 0xb1b0_afba;
const ADJUSTMENT_AT = 8;

const padded = (length: number): number => (length + 3) & ~3;

/** The sum of a table's 32-bit words, the last one filled up with zeros. */
function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  for (let at = whole; at < bytes.length; at++) sum = (sum + (bytes[at] as number) * 2 ** (24 - 8 * (at - whole))) >>> 0;
  return sum;
}

const inOrder = (tables: FontTables): readonly (readonly [string, Uint8Array])[] => [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Writes the part of a header that helps old readers to search: powers of two near the number of tables. */
function writeSearchHelp(view: DataView, at: number, count: number): void {
  const power = 2 ** Math.floor(Math.log2(count));
  view.setUint16(at, power * 16);
  view.setUint16(at + 2, Math.log2(power));
  view.setUint16(at + 4, (count - power) * 16);
}

const letters = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** The bytes of a TrueType file with these tables; its checksums are right. */
export function writeSfnt(tables: FontTables): Uint8Array<ArrayBuffer> {
  const list = inOrder(tables);
  const start = 12 + 16 * list.length;
  const bytes = new Uint8Array(list.reduce((end, [, table]) => end + padded(table.length), start));
  const view = viewOf(bytes);
  view.setUint32(0, TRUETYPE);
  view.setUint16(4, list.length);
  writeSearchHelp(view, 6, list.length);
  let at = start;
  list.forEach(([tag, table], k) => {
    bytes.set(table, at);
    if (tag === 'head') view.setUint32(at + ADJUSTMENT_AT, 0);
    const entry = 12 + 16 * k;
    bytes.set(letters(tag), entry);
    view.setUint32(entry + 4, checksum(bytes.subarray(at, at + padded(table.length))));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    at += padded(table.length);
  });
  const headAt = list.reduce((found, [tag], k) => (tag === 'head' ? view.getUint32(12 + 16 * k + 8) : found), 0);
  if (headAt > 0) view.setUint32(headAt + ADJUSTMENT_AT, (WHOLE - checksum(bytes)) >>> 0);
  return bytes;
}

/** The bytes of a WOFF file with these tables, each packed where that makes it smaller (W3C, WOFF File Format 1.0). */
export function writeWoff(tables: FontTables): Uint8Array<ArrayBuffer> {
  const sfnt = writeSfnt(tables);
  const list = inOrder(tables);
  const entries = list.map(([tag, table], k) => {
    const from = viewOf(sfnt).getUint32(12 + 16 * k + 8);
    const plain = sfnt.subarray(from, from + table.length);
    const packed = zlibSync(plain, { level: 9 });
    return { tag, plain, stored: packed.length < plain.length ? packed : plain, sum: viewOf(sfnt).getUint32(12 + 16 * k + 4) };
  });
  const start = 44 + 20 * entries.length;
  const bytes = new Uint8Array(entries.reduce((end, { stored }) => end + padded(stored.length), start));
  const view = viewOf(bytes);
  view.setUint32(0, WOFF);
  view.setUint32(4, TRUETYPE);
  view.setUint32(8, bytes.length);
  view.setUint16(12, entries.length);
  view.setUint32(16, sfnt.length);
  view.setUint16(20, 1);
  let at = start;
  entries.forEach(({ tag, plain, stored, sum }, k) => {
    const entry = 44 + 20 * k;
    bytes.set(letters(tag), entry);
    [at, stored.length, plain.length, sum].forEach((value, field) => view.setUint32(entry + 4 + 4 * field, value));
    bytes.set(stored, at);
    at += padded(stored.length);
  });
  return bytes;
}

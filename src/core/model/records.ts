import { decodeUtf8 } from '../base/utf8.ts';
import type { Records } from './dataset.ts';
import { readRecord, type ReadTuple } from './record.ts';
import { rowRecord } from './row-record.ts';

/** The record of an event by its position in the file, written or as the row that it stands in. */
export function recordAt({ bytes, start, rows }: Records, position: number): ReadTuple {
  const [from, to] = [start[position] as number, start[position + 1] as number];
  return rows !== undefined && from === to ? rowRecord(rows, rows.start[position] as number) : readRecord(decodeUtf8(bytes.subarray(from, to)));
}

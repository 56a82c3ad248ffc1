import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import { generatedCsv, generatedJson } from './generated-csv.ts';
import type { Find, FindPage } from './goals.ts';
import { SUBJECTS, subjectOf } from './subjects.ts';
import { importFigureTable, importGoalTable, pageTable } from './table.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ROWS = 2500;
const FILES = { csv: encodeUtf8([...generatedCsv(ROWS)].join('')), json: encodeUtf8([...generatedJson(ROWS)].join('')) };

describe('what is measured of reading', () => {
  // The others are installed by the bench alone.
  for (const { id, name, from } of SUBJECTS.filter((subject) => subject.id !== 'd3' && subject.id !== 'papaparse')) {
    it(`finds every row: ${name}`, async () => {
      expect(await subjectOf(id, ROOT)(FILES[from])).toBe(ROWS);
    });
  }

  it('is judged by how it compares in the same run', () => {
    const times: Readonly<Record<string, number>> = { bytes: 0.5, json: 2, d3: 2.5, papaparse: 1.5, columns: 0.8, import: 2.2 };
    const find: Find = (id, rows) => (times[id] === undefined ? undefined : { rows, bytes: 3e8, cpu: times[id], clock: times[id], peak: 2 ** 29 });
    const findPage: FindPage = (rows) => ({ rows, firstEvents: 250, story: 9000, longestTask: 170, blocked: 120 });
    const lines = importGoalTable(find, findPage).split('\n').slice(2);
    expect(lines.map((line) => line.includes('**missed**'))).toEqual([false, false, true, false, false, false, true, false, false, true]);
    expect(importGoalTable(() => undefined, () => undefined)).toContain('not measured');
    expect(pageTable(findPage, [1_000_000])).toContain('| 1,000,000 | 250 ms | 9.0 s | 170 ms | 120 ms |');
    expect(importFigureTable(find, [1_000_000])).toContain('| 2.00 s | 150 MB/s | 537 MB |');
  });
});

import { describe, expect, it } from 'vitest';
import { eventAt } from '../../src/core/model/rows.ts';
import { openText } from '../../src/core/validate/open.ts';
import { eventOfRow, generatedBytes, generatedDataset } from './generated.ts';
import { GENERATED_CATEGORIES, GENERATED_FROM, GENERATED_UNTIL, generatedRows, TEXT_LENGTH, TOWNS } from './generated-rows.ts';

const COUNT = 5000;
const rows = [...generatedRows(COUNT)];
const share = (of: readonly unknown[]): number => of.length / COUNT;

describe('generated events', () => {
  it('are the same for the same seed, others for another, and few are the first of many', () => {
    expect([...generatedRows(20)]).toEqual(rows.slice(0, 20));
    expect([...generatedRows(20, 2)].map(({ when }) => when)).not.toEqual(rows.slice(0, 20).map(({ when }) => when));
  });

  it('are what the measurements say of them', () => {
    expect(share(rows.filter(({ isRange }) => isRange))).toBeCloseTo(0.3, 1);
    expect(share(rows.filter(({ at }) => at !== undefined))).toBeCloseTo(0.8, 1);
    expect(new Set(rows.map(({ category }) => category)).size).toBe(GENERATED_CATEGORIES.length);
    expect(TOWNS).toHaveLength(300);
    expect(rows.every(({ text }) => text.length === TEXT_LENGTH)).toBe(true);
    expect(rows.every(({ start, end }) => start < end && start >= GENERATED_FROM - 366 * 86_400_000 && start < GENERATED_UNTIL)).toBe(true);
  });

  it('crowd: the fullest hundredth of the time holds many times its share', () => {
    const bins = new Uint32Array(100);
    for (const { start } of rows) {
      const bin = Math.max(0, Math.floor(((start - GENERATED_FROM) / (GENERATED_UNTIL - GENERATED_FROM)) * 100));
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    expect(Math.max(...bins)).toBeGreaterThan((4 * COUNT) / 100);
  });

  it('have the bounds that their dates say', () => {
    for (const row of rows) {
      const span = eventOfRow(row).when.edtf?.span;
      expect([row.when, span?.earliestStart, span?.latestEnd]).toEqual([row.when, row.start, row.end]);
    }
  });

  it('are the same as a dataset and as a file, which opens without a complaint', () => {
    const opened = openText(new TextDecoder().decode(generatedBytes(300)));
    if (!opened.ok) throw new Error(opened.error.code);
    const built = generatedDataset(300);
    expect(opened.value.issues).toEqual([]);
    expect(opened.value.dataset.size).toBe(300);
    for (let i = 0; i < 300; i += 1) expect(eventAt(opened.value.dataset, i)).toEqual(eventAt(built, i));
  });
});

import { describe, expect, it } from 'vitest';
import { legendEntries, type LegendEntry, type LegendOptions } from '../../../../src/core/layout/legend-entries.ts';
import { layoutLegend } from '../../../../src/core/layout/legend.ts';
import { selectVisible } from '../../../../src/core/query/select.ts';
import { instant } from '../../../../src/core/time/instant.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { datasetOf, type EventSketch } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

function entriesOf(sketches: readonly EventSketch[], options: Partial<LegendOptions> = {}, view = INITIAL_VIEW): readonly LegendEntry[] {
  const dataset = datasetOf(sketches);
  return legendEntries({ visible: selectVisible(dataset, { ...view, area: undefined }), grounds: ['timeline', 'map'], world: world(), ...options });
}

const labelsOf = (entries: readonly LegendEntry[]): readonly string[] => entries.map(({ label }) => label);
const kindsOf = (entries: readonly LegendEntry[]): readonly string[] => entries.map(({ kind }) => kind);

describe('legendEntries', () => {
  it('names the categories and statuses that are present, in the story’s order', () => {
    const entries = entriesOf([
      { when: '2026-02-03', category: 'military', status: 'planned' },
      { when: '2026-02-04', category: 'diplomacy', status: 'confirmed' },
      { when: '2026-02-05', category: 'military', status: 'confirmed' },
    ]);
    expect(labelsOf(entries)).toEqual(['military', 'diplomacy', 'stated or confirmed', 'planned']);
  });

  it('has no word for a plain disc when every event is confirmed', () => {
    expect(labelsOf(entriesOf([{ when: '2026-02-03', category: 'military' }, { when: '2026-02-04', category: 'military' }]))).toEqual(['military']);
    expect(labelsOf(entriesOf([{ when: '2026-02-03', status: 'planned' }]))).toEqual(['planned']);
  });

  it('leaves out what the filters hide', () => {
    const sketches: readonly EventSketch[] = [
      { when: '2026-02-03', category: 'military', status: 'planned' },
      { when: '2026-02', category: 'diplomacy', place: 'Oman' },
    ];
    expect(labelsOf(entriesOf(sketches, {}, { ...INITIAL_VIEW, hiddenCategories: ['diplomacy'] }))).toEqual(['military', 'planned']);
  });

  it('says how closely soft dates are known', () => {
    expect(labelsOf(entriesOf([{ when: '2026-02' }, { when: '2026' }, { when: '2026-02-03' }]))).toContain('date known only to the month or year');
    expect(labelsOf(entriesOf([{ when: '2026-02-03~' }]))).toContain('date estimated');
    expect(kindsOf(entriesOf([{ when: '2026-02-03' }]))).not.toContain('soft');
  });

  it('explains one-of sets, but not sets of all their dates', () => {
    expect(kindsOf(entriesOf([{ when: '[2026-02-05..2026-02-08]' }]))).toContain('one-of');
    expect(kindsOf(entriesOf([{ when: '{2026-02-05..2026-02-08}' }]))).not.toContain('one-of');
  });

  it('explains the kinds of places on a map, and none without a map', () => {
    const sketches: readonly EventSketch[] = [
      { when: '2026-02-03', place: 'Oman' },
      { when: '2026-02-03', place: 'Qeshm' },
      { when: '2026-02-03', place: 'Strait of Hormuz' },
      { when: '2026-02-03', place: 'Muscat to Qeshm' },
      { when: '2026-02-03', place: 'Tehran' },
    ];
    expect(kindsOf(entriesOf(sketches))).toEqual(['hatch', 'near', 'area', 'route']);
    expect(kindsOf(entriesOf(sketches, { grounds: ['timeline'] }))).toEqual([]);
  });

  it('explains gathered places unless a list numbers them', () => {
    const sketches: readonly EventSketch[] = [
      { when: '2026-02-03', place: 'Tehran' },
      { when: '2026-02-04', place: 'Tehran' },
    ];
    expect(kindsOf(entriesOf(sketches))).toContain('gathered');
    expect(kindsOf(entriesOf(sketches, { numbered: true }))).not.toContain('gathered');
  });

  it('explains bends of the time line where a timeline shows them', () => {
    const interval = { start: instant(0), end: instant(1) };
    const breaks = [{ interval, kind: 'gap' }, { interval, kind: 'squeezed' }] as const;
    expect(kindsOf(entriesOf([{ when: '2026-02-03' }], { breaks }))).toEqual(['gap', 'squeezed']);
    expect(kindsOf(entriesOf([{ when: '2026-02-03' }], { breaks, grounds: ['map', 'list'] }))).toEqual([]);
  });

  it('counts an undated event only where it is shown', () => {
    const sketches: readonly EventSketch[] = [{ status: 'denied', place: 'Oman' }, { status: 'disputed' }];
    expect(labelsOf(entriesOf(sketches, { grounds: ['timeline'] }))).toEqual([]);
    expect(labelsOf(entriesOf(sketches, { grounds: ['map'] }))).toEqual(['denied', 'only the country is known']);
    expect(labelsOf(entriesOf(sketches, { grounds: ['list'] }))).toEqual(['disputed', 'denied']);
  });
});

describe('layoutLegend', () => {
  const entries = entriesOf([
    { when: '2026-02-03', category: 'military', status: 'reported', place: 'Oman' },
    { when: '2026-02', category: 'diplomacy', status: 'planned', place: 'Strait of Hormuz' },
  ]);

  it('sets every label once, whatever the width', () => {
    for (const width of [2000, 500, 120]) {
      const texts = layoutLegend(entries, width, world()).marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : []));
      expect(texts).toEqual(labelsOf(entries));
    }
  });

  it('takes more lines in less width, and keeps labels inside', () => {
    const wide = layoutLegend(entries, 2000, world());
    const narrow = layoutLegend(entries, 300, world());
    expect(narrow.height).toBeGreaterThan(wide.height);
    for (const mark of narrow.marks) {
      if (mark.kind === 'text') expect(mark.x + world().measure(mark.text, mark.font)).toBeLessThanOrEqual(300);
    }
  });

  it('takes no room when there is nothing to explain', () => {
    expect(layoutLegend([], 500, world())).toEqual({ marks: [], height: 0 });
  });
});

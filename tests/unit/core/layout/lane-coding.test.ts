import { describe, expect, it } from 'vitest';
import { laneCoding } from '../../../../src/core/layout/lane-coding.ts';
import { datasetOf, PLACES } from '../../../support/dataset.ts';

describe('the codes of lanes', () => {
  it('keep the outer facet where two have more values than can be paired', () => {
    const many = 4200;
    const dataset = datasetOf(
      Array.from({ length: many }, (_, i) => ({ when: '2026-02-03', actors: [`actor ${i}`], place: { ...PLACES.Ankara, name: `place ${i}` } })),
    );
    const { facets, leaves } = laneCoding(dataset, ['place', 'actor']);
    expect(facets.map((facet) => facet?.id)).toEqual(['place']);
    expect(leaves.length).toBeGreaterThanOrEqual(many);
    expect(leaves.every(({ inner }) => inner === undefined)).toBe(true);
    expect(laneCoding(dataset, ['status', 'actor']).facets.map((facet) => facet?.id)).toEqual(['status', 'actor']);
  });
});

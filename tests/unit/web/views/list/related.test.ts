import { describe, expect, it } from 'vitest';
import type { Relation } from '../../../../../src/core/model/event.ts';
import { eventAt } from '../../../../../src/core/model/rows.ts';
import { relatedTo } from '../../../../../src/web/views/list/related.ts';
import { datasetOf } from '../../../../support/dataset.ts';

const related = (at: number, ...relations: readonly (readonly Relation[])[]) => {
  const dataset = datasetOf(relations.map((own) => ({ relations: own })));
  return relatedTo(dataset, eventAt(dataset, at));
};

describe('related events', () => {
  it('are found from either end', () => {
    const follows: readonly Relation[] = [{ kind: 'follows', to: 'e1' }];
    expect(related(0, follows, [])).toEqual([{ kind: 'follows', direction: 'to', ids: ['e1'] }]);
    expect(related(1, follows, [])).toEqual([{ kind: 'follows', direction: 'from', ids: ['e0'] }]);
  });

  it('are named once where both name each other', () => {
    expect(related(0, [{ kind: 'conflicts-with', to: 'e1' }], [{ kind: 'conflicts-with', to: 'e0' }])).toEqual([
      { kind: 'conflicts-with', direction: 'to', ids: ['e1'] },
    ]);
  });

  it('are named even when they are not in the file', () => {
    expect(related(0, [{ kind: 'part-of', to: 'elsewhere' }])).toEqual([{ kind: 'part-of', direction: 'to', ids: ['elsewhere'] }]);
  });
});

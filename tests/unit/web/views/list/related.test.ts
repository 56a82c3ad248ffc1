import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATION_KINDS, type Relation } from '../../../../../src/core/model/event.ts';
import { eventAt } from '../../../../../src/core/model/rows.ts';
import { MOST, relatedTo } from '../../../../../src/web/views/list/related.ts';
import { datasetOf } from '../../../../support/dataset.ts';

const related = (at: number, ...relations: readonly (readonly Relation[])[]) => {
  const dataset = datasetOf(relations.map((own) => ({ relations: own })));
  return relatedTo(dataset, eventAt(dataset, at));
};

describe('related events', () => {
  it('are found from either end', () => {
    const follows: readonly Relation[] = [{ kind: 'follows', to: 'e1' }];
    expect(related(0, follows, [])).toEqual([{ kind: 'follows', direction: 'to', ids: ['e1'], count: 1 }]);
    expect(related(1, follows, [])).toEqual([{ kind: 'follows', direction: 'from', ids: ['e0'], count: 1 }]);
  });

  it('are named once where both name each other', () => {
    expect(related(0, [{ kind: 'conflicts-with', to: 'e1' }], [{ kind: 'conflicts-with', to: 'e0' }])).toEqual([
      { kind: 'conflicts-with', direction: 'to', ids: ['e1'], count: 1 },
    ]);
  });

  it('are named even when they are not in the file', () => {
    expect(related(0, [{ kind: 'part-of', to: 'elsewhere' }])).toEqual([{ kind: 'part-of', direction: 'to', ids: ['elsewhere'], count: 1 }]);
  });

  it('are those that a plain look at all events finds', () => {
    const relation = fc.record({ kind: fc.constantFrom(...RELATION_KINDS), to: fc.integer({ min: 0, max: 9 }).map((at) => `e${at}`) });
    fc.assert(
      fc.property(fc.array(fc.array(relation, { maxLength: 3 }), { minLength: 1, maxLength: 8 }), fc.nat(), (relations, seed) => {
        const dataset = datasetOf(relations.map((own) => ({ relations: own })));
        const at = seed % relations.length;
        const naming = relations.flatMap((own, other) => own.filter(({ to }) => to === `e${at}`).map(({ kind }) => [kind, `e${other}`] as const));
        for (const kind of RELATION_KINDS) {
          const from = new Set(naming.filter(([named]) => named === kind).map(([, id]) => id));
          const to = new Set(relations[at]?.filter((own) => own.kind === kind).map((own) => own.to));
          const found = relatedTo(dataset, eventAt(dataset, at)).filter((one) => one.kind === kind);
          const idsOf = (direction: 'to' | 'from') => new Set(found.find((one) => one.direction === direction)?.ids);
          if (kind === 'conflicts-with') expect(idsOf('to')).toEqual(new Set([...to, ...from]));
          else expect([idsOf('to'), idsOf('from')]).toEqual([to, from]);
        }
      }),
    );
  });

  it('are named up to twenty, and counted beyond', () => {
    const parts = Array.from({ length: 30 }, (): readonly Relation[] => [{ kind: 'part-of', to: 'e0' }]);
    expect(related(0, [], ...parts)).toMatchObject([{ kind: 'part-of', direction: 'from', count: 30, ids: { length: MOST } }]);
  });
});

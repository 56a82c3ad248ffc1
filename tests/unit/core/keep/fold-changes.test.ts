import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../../src/core/edit/change-of.ts';
import { inverseOf, type Change } from '../../../../src/core/edit/change.ts';
import { locatedChange } from '../../../../src/core/edit/located-change.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { foldedChanges } from '../../../../src/core/keep/fold-changes.ts';
import type { Entry } from '../../../../src/core/keep/journal.ts';
import { encodeChange } from '../../../../src/core/keep/kept-change.ts';
import { replayed } from '../../../../src/core/keep/replay.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { patchDataset } from '../../../../src/core/model/patch-dataset.ts';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { datasetOf, eventOf } from '../../../support/dataset.ts';

/** A step that a person may take, by dice. */
interface Step {
  readonly what: 'add' | 'edit' | 'remove' | 'undo';
  readonly dice: number;
  readonly count: number;
}

const steps = fc.array(
  fc.record<Step>({ what: fc.constantFrom('add', 'edit', 'remove', 'undo'), dice: fc.nat(1000), count: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 12 },
);

/** What a person does, as changes one after the other, and what comes of them. */
function walked(start: Dataset, taken: readonly Step[]): { readonly changes: readonly Change[]; readonly end: Dataset } {
  let end = start;
  const changes: Change[] = [];
  const done: Change[] = [];
  const apply = (change: Change): void => {
    end = patchDataset(end, change);
    changes.push(change);
  };
  for (const [turn, { what, dice, count }] of taken.entries()) {
    const events = [...eventsInFileOrder(end)];
    const chosen = events.filter((_, at) => (at + dice) % 4 < count && at < 4 + count);
    const undone = what === 'undo' ? done.pop() : undefined;
    if (undone !== undefined) {
      apply(inverseOf(undone));
      continue;
    }
    const change =
      what === 'add'
        ? changeOf(end, 'add', {
            added: Array.from({ length: count }, (_, k) => ({
              event: { ...eventOf({ title: `New ${turn}.${k}`, when: '2026-02' }, 0), id: `new-${turn}-${k}` },
              at: (dice + 2 * k) % (events.length + 1),
            })),
          })
        : what === 'edit'
          ? changeOf(end, 'edit', { edited: chosen.map((event) => ({ ...event, title: `${event.title} ${turn}` })) })
          : changeOf(end, 'delete', { removed: chosen.map(({ id }) => id) });
    const located = locatedChange(end, change);
    done.push(located);
    apply(located);
  }
  return { changes, end };
}

const entriesOf = (changes: readonly Change[]): readonly Entry[] => changes.map((change) => ({ kind: 'change', change: encodeChange(change) }));
const START = datasetOf(Array.from({ length: 6 }, (_, k) => ({ title: `Event ${k}`, when: `2026-0${k + 1}` })));

describe('the changes of a journal', () => {
  it('do the same folded as one after the other, undone ones among them', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { changes, end } = walked(START, taken);
        expect(dateline.serialize(replayed(START, entriesOf(changes)))).toBe(dateline.serialize(end));
      }),
    );
  });

  it('become one where a person types on, adds, and takes back what was added', () => {
    const taken: readonly Step[] = [
      { what: 'edit', dice: 0, count: 1 },
      { what: 'remove', dice: 1, count: 1 },
      { what: 'add', dice: 2, count: 2 },
      { what: 'edit', dice: 3, count: 3 },
      { what: 'add', dice: 1, count: 1 },
      { what: 'undo', dice: 0, count: 1 },
    ];
    expect([...foldedChanges(entriesOf(walked(START, taken).changes))]).toHaveLength(1);
  });

  it('stay apart where a new title stands between them', () => {
    const { changes } = walked(START, [{ what: 'edit', dice: 0, count: 1 }]);
    const entries: readonly Entry[] = [...entriesOf(changes), { kind: 'rename', title: 'Another' }, { kind: 'draft', form: 'new', text: 'x' }, ...entriesOf(changes)];
    expect([...foldedChanges(entries)].map(({ kind }) => kind)).toEqual(['change', 'rename', 'change']);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../../src/core/time/instant.ts';
import type { Action } from '../../../../src/core/view/actions.ts';
import { firstEvent } from '../../../../src/web/commands/first-event.ts';
import { lastEvent } from '../../../../src/web/commands/last-event.ts';
import { nextEvent } from '../../../../src/web/commands/next-event.ts';
import { previousEvent } from '../../../../src/web/commands/previous-event.ts';
import type { Command } from '../../../../src/web/commands/command.ts';
import type { EventSketch } from '../../../support/dataset.ts';
import { contextOf, storeOf } from '../support.ts';

const STORY: readonly EventSketch[] = [
  { when: '2026-02-06', category: 'talks' },
  { when: '2026-02-03', category: 'war' },
  { when: null },
  { when: '2026-02-04', category: 'talks' },
];

/** What is selected after each command, from the view that some actions lead to. */
function walk(commands: readonly Command[], before: readonly Action[] = []): readonly (string | undefined)[] {
  const store = storeOf(STORY);
  for (const action of before) store.dispatch(action);
  return commands.map((command) => {
    command.run(contextOf(store));
    return store.view.value.selected;
  });
}

describe('stepping from event to event', () => {
  it('goes on in time order and stops at the last', () => {
    expect(walk([nextEvent, nextEvent, nextEvent, nextEvent])).toEqual(['e1', 'e3', 'e0', 'e0']);
  });

  it('goes back from the last when nothing is selected, and stops at the first', () => {
    expect(walk([previousEvent, previousEvent, previousEvent, previousEvent])).toEqual(['e0', 'e3', 'e1', 'e1']);
  });

  it('goes to the ends at once', () => {
    expect(walk([lastEvent, firstEvent])).toEqual(['e0', 'e1']);
  });

  it('passes over what the filters hide', () => {
    expect(walk([nextEvent, nextEvent], [{ kind: 'show-category', id: 'talks', shown: false }])).toEqual(['e1', 'e1']);
  });

  it('goes beyond the time window', () => {
    const window = { start: instant(Date.UTC(2026, 1, 3)), end: instant(Date.UTC(2026, 1, 4)) };
    expect(walk([nextEvent, nextEvent], [{ kind: 'set-window', window }])).toEqual(['e1', 'e3']);
  });

  it('begins with the first after an undated event', () => {
    expect(walk([nextEvent], [{ kind: 'select', id: 'e2' }])).toEqual(['e1']);
  });

  it('is not offered where there is nothing to step to', () => {
    expect(nextEvent.enabled(contextOf(storeOf([{ when: null }])))).toBe(false);
  });

  it('reaches every dated event from either end', () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, (numbers) => {
        const sketches = numbers.map((day) => ({ when: `2026-02-${String(day).padStart(2, '0')}` }));
        const pass = (start: Command, step: Command): readonly (string | undefined)[] => {
          const store = storeOf(sketches);
          return sketches.map((_, position) => {
            (position === 0 ? start : step).run(contextOf(store));
            return store.view.value.selected;
          });
        };
        const on = pass(firstEvent, nextEvent);
        expect(new Set(on).size).toBe(sketches.length);
        expect(pass(lastEvent, previousEvent)).toEqual(on.toReversed());
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { eventsInFileOrder } from '../../../../src/core/model/rows.ts';
import { deleteEvent } from '../../../../src/web/commands/delete-event.ts';
import { duplicateEvent } from '../../../../src/web/commands/duplicate-event.ts';
import { redo } from '../../../../src/web/commands/redo.ts';
import { undo } from '../../../../src/web/commands/undo.ts';
import { editingOf } from '../../../../src/web/store/history.ts';
import { contextOf, storeOf } from '../support.ts';

const contextWith = (selected: string | undefined) => {
  const store = storeOf([{ when: '2026-02-01' }, { when: '2026-02-02' }]);
  store.dispatch({ kind: 'select', id: selected });
  const context = contextOf(store);
  return { store, context, titles: () => [...eventsInFileOrder(store.opened.value.dataset)].map(({ title }) => title) };
};

describe('the keys of editing', () => {
  it('delete the selected event and bring it back, and say so', () => {
    const { context, titles } = contextWith('e0');
    expect([undo.enabled(context), redo.enabled(context)]).toEqual([false, false]);
    deleteEvent.run(context);
    expect(titles()).toEqual(['Event 1']);
    undo.run(context);
    expect([titles(), redo.enabled(context)]).toEqual([['Event 0', 'Event 1'], true]);
    redo.run(context);
    expect(titles()).toEqual(['Event 1']);
    expect(context.asked).toEqual(['Deleted “Event 0”.', 'Undone: delete “Event 0”.', 'Done again: delete “Event 0”.']);
  });

  it('duplicate the selected event and select the copy', () => {
    const { store, context, titles } = contextWith('e0');
    duplicateEvent.run(context);
    expect(titles()).toEqual(['Event 0', 'Event 0', 'Event 1']);
    expect(store.view.value.selected).not.toBe('e0');
    expect(context.asked).toEqual(['Duplicated “Event 0”.']);
  });

  it('rest where nothing is selected, or the story is changed elsewhere', () => {
    const none = contextWith(undefined);
    expect([deleteEvent.enabled(none.context), duplicateEvent.enabled(none.context)]).toEqual([false, false]);
    deleteEvent.run(none.context);
    duplicateEvent.run(none.context);
    expect(none.titles()).toHaveLength(2);
    const locked = contextWith('e0');
    editingOf(locked.store).isElsewhere.value = true;
    expect([deleteEvent.enabled(locked.context), duplicateEvent.enabled(locked.context)]).toEqual([false, false]);
  });
});

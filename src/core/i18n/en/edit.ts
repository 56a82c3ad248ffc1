import type { Deed } from '../../edit/change.ts';
import { isolated } from '../isolated.ts';

/** What a deed was done to: “Talks in Muscat”, or 3 events. */
const object = (title: string | undefined, count: number, written: string): string =>
  title === undefined ? `${written} ${count === 1 ? 'event' : 'events'}` : `“${isolated(title)}”`;

/** Each deed as something to undo, and as something that was done. */
const DEEDS: Readonly<Record<Deed, readonly [todo: (what: string) => string, done: (what: string) => string]>> = {
  add: [(what) => `add ${what}`, (what) => `Added ${what}.`],
  edit: [(what) => `edit ${what}`, (what) => `Changed ${what}.`],
  'move-in-time': [(what) => `move ${what} in time`, (what) => `Moved ${what} in time.`],
  place: [(what) => `place ${what} on the map`, (what) => `Placed ${what} on the map.`],
  duplicate: [(what) => `duplicate ${what}`, (what) => `Duplicated ${what}.`],
  delete: [(what) => `delete ${what}`, (what) => `Deleted ${what}.`],
  merge: [(what) => `merge ${what}`, (what) => `Merged ${what}.`],
  split: [(what) => `split ${what}`, (what) => `Split ${what}.`],
  'edit-many': [(what) => `change ${what}`, (what) => `Changed ${what}.`],
  story: [() => 'edit the story', () => 'Changed what the story says of itself.'],
  lanes: [() => 'change the categories', () => 'Changed the categories.'],
  eras: [() => 'change the eras', () => 'Changed the eras.'],
  walk: [() => 'change the walk', () => 'Changed the walk.'],
  mend: [(what) => `mend ${what}`, (what) => `Took in ${what}.`],
  import: [(what) => `import ${what}`, (what) => `Imported ${what}.`],
  update: [(what) => `update ${what} from a file`, (what) => `Updated ${what} from a file.`],
};

/** English words of editing: what was done, undone and done again. */
export const editMessages = {
  commands: {
    undo: 'Undo the last change',
    redo: 'Redo what was undone',
    addEvent: 'Add an event in the middle of the time window',
    editEvent: 'Edit the selected event',
    moveLater: 'Move the selected event later, by the unit of its date',
    moveEarlier: 'Move it earlier',
    endLater: 'Move its end later',
    endEarlier: 'Move its end earlier',
    duplicateEvent: 'Duplicate the selected event',
    deleteEvent: 'Delete the selected event',
  },
  /** “delete 3 events”. */
  todo: (deed: Deed, title: string | undefined, count: number, written: string) => DEEDS[deed][0](object(title, count, written)),
  /** “Deleted 3 events.” */
  done: (deed: Deed, title: string | undefined, count: number, written: string) => DEEDS[deed][1](object(title, count, written)),
  undo: (todo: string) => `Undo: ${todo}`,
  redo: (todo: string) => `Redo: ${todo}`,
  undone: (todo: string) => `Undone: ${todo}.`,
  redone: (todo: string) => `Done again: ${todo}.`,
};

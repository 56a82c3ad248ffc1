import type { Dataset } from '../model/dataset.ts';
import type { Status, TimelineEvent } from '../model/event.ts';
import { DAY } from '../time/instant.ts';
import type { Change } from './change.ts';
import { changeOf, eventOf } from './change-of.ts';
import { shiftEdtf } from './shift-edtf.ts';
import { withMembers, type EventMembers } from './with-members.ts';

/** What is to be changed of many events at once; what is left out stays. */
export interface ManyEdit {
  /** Ids of categories. A story that does not list one gets it. */
  readonly addCategory?: string;
  readonly removeCategory?: string;
  readonly status?: Status;
  /** So many days later; a date that is known less closely than to the day moves by its own unit, or stays. */
  readonly shiftDays?: number;
  /** IANA zone, or `'local'`: the clocks that the times of day are read from. */
  readonly zone?: string;
}

/** Changes many events in one step. */
export const editMany = (dataset: Dataset, ids: Iterable<string>, edit: ManyEdit): Change =>
  changeOf(dataset, 'edit-many', { edited: edited(dataset, ids, edit) });

function* edited(dataset: Dataset, ids: Iterable<string>, edit: ManyEdit): Generator<TimelineEvent, void, void> {
  for (const id of new Set(ids)) {
    const event = eventOf(dataset, id);
    yield withMembers(event, membersOf(event, edit));
  }
}

function membersOf({ categories, status, when }: TimelineEvent, edit: ManyEdit): EventMembers {
  const { addCategory, removeCategory, shiftDays = 0, zone = when.zone } = edit;
  const kept = categories.filter((id) => id !== removeCategory);
  const edtf = when.edtf === undefined || shiftDays === 0 ? when.edtf : (shiftEdtf(when.edtf, shiftDays * DAY) ?? when.edtf);
  return {
    categories: addCategory === undefined || kept.includes(addCategory) ? kept : [...kept, addCategory],
    status: edit.status ?? status,
    ...(edtf === when.edtf && zone === when.zone ? {} : { when: { ...when, edtf, zone } }),
  };
}

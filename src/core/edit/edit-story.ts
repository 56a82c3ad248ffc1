import { unreachable } from '../base/result.ts';
import type { Dataset } from '../model/dataset.ts';
import type { TimelineEvent } from '../model/event.ts';
import { eventAt } from '../model/rows.ts';
import type { Category, Era, Story } from '../model/story.ts';
import type { Change } from './change.ts';
import { changeOf } from './change-of.ts';
import { withMembers, withStoryMembers, type StoryMembers } from './with-members.ts';

/** Changes what a story says about itself as a whole. */
export const editStory = (dataset: Dataset, members: StoryMembers): Change =>
  changeOf(dataset, 'story', { story: withStoryMembers(dataset.story, members) });

/** What becomes of the list of categories; lanes, chips and legend follow it, and its order is that of the colours. */
export type CategoryEdit =
  | { readonly kind: 'add'; readonly category: Category; readonly at?: number }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  /** All ids of the list in another order. */
  | { readonly kind: 'order'; readonly ids: readonly string[] }
  /** The events of `ids` become those of `into`. */
  | { readonly kind: 'merge'; readonly ids: readonly string[]; readonly into: string }
  /** Its events go to another category, or have one less. */
  | { readonly kind: 'delete'; readonly id: string; readonly into: string | undefined };

/** Changes the categories of a story, and with them its events where they go by another one. Throws on an id that the story does not list. */
export function editCategories(dataset: Dataset, edit: CategoryEdit): Change {
  const { categories } = dataset.story;
  switch (edit.kind) {
    case 'add':
      if (categories.some(({ id }) => id === edit.category.id)) throw new Error(`the category ${JSON.stringify(edit.category.id)} is listed already`);
      return relisted(dataset, categories.toSpliced(edit.at ?? categories.length, 0, edit.category));
    case 'rename':
      known(dataset.story, edit.id);
      return relisted(dataset, categories.map((category) => (category.id === edit.id ? { ...category, name: edit.name } : category)));
    case 'order': {
      const listed = edit.ids.map((id) => known(dataset.story, id));
      if (new Set(listed).size !== categories.length) throw new Error(`an order of ${listed.length} of ${categories.length} categories`);
      return relisted(dataset, listed);
    }
    case 'merge':
      return replaced(dataset, edit.ids.filter((id) => id !== edit.into), edit.into);
    case 'delete':
      return replaced(dataset, [edit.id], edit.into);
    default:
      return unreachable(edit);
  }
}

function known({ categories }: Story, sought: string): Category {
  const category = categories.find(({ id }) => id === sought);
  if (category === undefined) throw new Error(`no category has the id ${JSON.stringify(sought)}`);
  return category;
}

const relisted = (dataset: Dataset, categories: readonly Category[]): Change =>
  changeOf(dataset, 'lanes', { story: withStoryMembers(dataset.story, { categories }) });

/** Takes categories out of the list; their events go by another one, in its place, or by one less. */
function replaced(dataset: Dataset, ids: readonly string[], into: string | undefined): Change {
  const { story } = dataset;
  const gone = new Set(ids.map((id) => known(story, id)));
  if (into !== undefined && gone.has(known(story, into))) throw new Error(`events cannot go to ${JSON.stringify(into)}, which is to be deleted`);
  const goneIds = new Set([...gone].map(({ id }) => id));
  const changed = (id: string): readonly string[] => (!goneIds.has(id) ? [id] : into === undefined ? [] : [into]);
  const edited = [...eventsIn(dataset, goneIds)].map((event) => withMembers(event, { categories: [...new Set(event.categories.flatMap(changed))] }));
  const categories = story.categories.filter((category) => !gone.has(category));
  return changeOf(dataset, 'lanes', { edited, story: withStoryMembers(story, { categories }) });
}

/** The events that name one of some categories. */
function* eventsIn(dataset: Dataset, ids: ReadonlySet<string>): Generator<TimelineEvent, void, void> {
  const { codes, ids: sets } = dataset.columns.categories;
  const isIn = sets.map((set) => set.some((id) => ids.has(id)));
  for (let i = 0; i < codes.length; i += 1) if (isIn[codes[i] ?? 0] === true) yield eventAt(dataset, i);
}

/** What becomes of the list of eras; `at` is a position in it. */
export type EraEdit =
  | { readonly kind: 'add'; readonly era: Era }
  | { readonly kind: 'edit'; readonly at: number; readonly era: Era }
  /** It goes so far on in the list, or back. */
  | { readonly kind: 'move'; readonly at: number; readonly by: number }
  | { readonly kind: 'delete'; readonly at: number };

/** Changes the eras of a story. Throws on a position that the list does not have. */
export function editEras(dataset: Dataset, edit: EraEdit): Change {
  const { eras } = dataset.story;
  return changeOf(dataset, 'eras', { story: withStoryMembers(dataset.story, { eras: erasAfter(eras, edit) }) });
}

function erasAfter(eras: readonly Era[], edit: EraEdit): readonly Era[] {
  if (edit.kind === 'add') return [...eras, edit.era];
  const { at } = edit;
  const era = eras[at];
  if (era === undefined) throw new RangeError(`era ${at} of ${eras.length}`);
  switch (edit.kind) {
    case 'edit':
      return eras.with(at, edit.era);
    case 'move':
      return eras.toSpliced(at, 1).toSpliced(Math.max(at + edit.by, 0), 0, era);
    case 'delete':
      return eras.toSpliced(at, 1);
    default:
      return unreachable(edit);
  }
}

import { addStory } from '../../core/edit/add-story.ts';
import { changeOf } from '../../core/edit/change-of.ts';
import { importMessagesOf } from '../../core/i18n/import-messages.ts';
import type { Change } from '../../core/edit/change.ts';
import { patchDataset } from '../../core/model/patch-dataset.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { compareStories, type Comparison } from '../../core/validate/re-import.ts';
import { whileBusy } from '../platform/busy.ts';
import { inSlices } from '../platform/slices.ts';
import { editingOf } from '../store/history.ts';
import type { Opened, Store } from '../store/store.ts';
import type { Chosen } from '../views/import/asked.ts';
import type { Incoming } from './opening.ts';
import type { PageState } from './page-state.ts';

/** Lets a file enter the open story: its events beside those that are there, or as news of them. One step, which can be taken back. */
export async function enterFile({ opened, decision }: Incoming, store: Store, page: PageState): Promise<void> {
  const { messages, formats } = store.world.peek();
  const words = importMessagesOf(messages);
  const editing = editingOf(store);
  const before = store.opened.peek();
  if (decision.how === 'add') {
    const dataset = patchDataset(before.dataset, addStory(before.dataset, opened.dataset));
    const { size } = opened.dataset;
    const isDone = editing.replace({ ...before, dataset, issues: [...before.issues, ...opened.issues], imported: opened.imported }, 'import');
    page.toast.value = isDone ? words.added(opened.fileName, size, formats.number(size)) : words.readOnly;
    return;
  }
  const comparison = await whileBusy(inSlices(compareStories(before.dataset, opened.dataset)));
  if (comparison === undefined) return;
  const { added, changed, removed } = comparison;
  if (added.length + changed.length + removed.length === 0) {
    page.toast.value = words.nothingNew(opened.fileName);
    return;
  }
  const chosen = await askComparison(opened, comparison, page);
  if (chosen === undefined) return;
  const isDone = editing.apply(updateOf(before.dataset, comparison, chosen));
  page.toast.value = isDone ? words.updated(opened.fileName) : words.notUpdated;
}

const askComparison = ({ fileName }: Opened, comparison: Comparison, page: PageState): Promise<Chosen | undefined> =>
  new Promise((resolve) => {
    const decide = (chosen: Chosen | undefined): void => {
      if (page.asked.peek()?.decide === decide) page.asked.value = undefined;
      resolve(chosen);
    };
    page.asked.value = { kind: 'comparison', fileName, comparison, decide };
  });

/** The change that does what was chosen of a comparison. */
const updateOf = (dataset: Dataset, { added, changed, removed }: Comparison, chosen: Chosen): Change =>
  changeOf(dataset, 'update', {
    added: added.filter(({ id }) => chosen.added.has(id)).map((event) => ({ event })),
    edited: changed.filter(({ after }) => chosen.changed.has(after.id)).map(({ after }) => after),
    removed: removed.filter(({ id }) => chosen.removed.has(id)).map(({ id }) => id),
  });

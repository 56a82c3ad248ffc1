import { keepMessagesOf } from '../../core/i18n/keep-messages.ts';
import { storiesInArchive } from '../../core/validate/stories-in-archive.ts';
import type { Library } from '../keep/library.ts';
import { inSlices } from '../platform/slices.ts';
import type { Store } from '../store/store.ts';
import type { PageState } from './page-state.ts';

/**
 * Takes the stories of an archive, such as the library writes, among those that are kept, and shows them there. Returns whether the file was one:
 * an archive with one story or none is a file like others.
 */
export async function takeInStories(file: Blob, library: Library, store: Store, page: PageState): Promise<boolean> {
  const stories = await storiesInArchive(new Uint8Array(await file.arrayBuffer()));
  if (stories.length < 2) return false;
  const { messages, formats } = store.world.peek();
  const words = keepMessagesOf(messages).library;
  const missing: string[] = [];
  // The library lists what was changed last first.
  for (const { fileName, steps } of stories.toReversed()) {
    const read = await inSlices(steps());
    const outcome = read?.ok === true ? await library.takeIn({ dataset: read.value.dataset, issues: read.value.issues, fileName }) : 'failed';
    if (outcome !== 'done') missing.push(fileName);
  }
  const taken = stories.length - missing.length;
  page.alert.value = missing.length === 0 ? undefined : words.notTaken(missing.toReversed());
  if (taken > 0) {
    page.toast.value = words.taken(taken, formats.number(taken));
    page.dialog.value = 'library';
  }
  return true;
}

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Result } from '../../core/base/result.ts';
import { dateline } from '../../core/formats/dateline.ts';
import { withStory } from '../../core/model/rows.ts';
import { INITIAL_VIEW, type ViewState } from '../../core/view/view-state.ts';
import type { Address } from '../platform/address.ts';
import type { Clipboard } from '../platform/clipboard.ts';
import { fileNameOf, type Files } from '../platform/files.ts';
import type { Store } from '../store/store.ts';
import { fetchStory, fileNameIn, readFile, type Arrival } from './opening.ts';
import type { PageState } from './page-state.ts';

/** What a person does with whole stories: open, rename, keep, share. */
export interface Desk {
  /** What a link calls the open story. */
  readonly story: ReadonlySignal<string | undefined>;
  readonly openFile: (file: File) => Promise<void>;
  readonly pickFile: () => Promise<void>;
  /** Opens a shipped story, with a view of it if one is given. */
  readonly openStory: (id: string | undefined, view?: ViewState) => Promise<void>;
  readonly rename: (title: string) => void;
  readonly save: () => void;
  readonly share: () => Promise<void>;
}

/** What the desk works with. `first` is what stands on the page, and `awaited` the view of a file that a link led to but did not hold. */
export interface DeskOptions {
  readonly store: Store;
  readonly page: PageState;
  readonly files: Files;
  readonly clipboard: Clipboard;
  readonly address: Address;
  readonly first: string | undefined;
  readonly awaited: { readonly story: string | undefined; readonly view: ViewState };
}

const ACCEPT = [dateline.mediaType, ...dateline.extensions.map((extension) => `.${extension}`)].join(',');

/** Makes the desk of a page. */
export function createDesk({ store, page, files, clipboard, address, first, awaited }: DeskOptions): Desk {
  const story = signal(first);
  const words = (): Store['world']['value']['messages'] => store.world.peek().messages;

  const arrive = (outcome: Result<Arrival, string>, view: ViewState = INITIAL_VIEW): void => {
    if (!outcome.ok) {
      page.alert.value = outcome.error;
      return;
    }
    const { dataset } = outcome.value.opened;
    page.alert.value = undefined;
    store.open(outcome.value.opened, view);
    story.value = outcome.value.story;
    const count = dataset.size;
    const { app } = words();
    page.toast.value = app.opened(dataset.story.title || app.story.untitled, count, store.world.peek().formats.number(count));
  };
  const openFile = async (file: File): Promise<void> => {
    const view = fileNameIn(awaited.story) === file.name && story.peek() !== awaited.story ? awaited.view : undefined;
    arrive(await readFile(file, words()), view);
  };

  return {
    story,
    openFile,
    pickFile: async () => {
      const file = await files.pick(ACCEPT);
      if (file !== undefined) await openFile(file);
    },
    openStory: async (id, view) => {
      const fileName = fileNameIn(id);
      if (fileName === undefined) arrive(await fetchStory(id, words()), view);
      else page.alert.value = words().app.failed.ownFile(fileName);
    },
    rename: (title) => {
      const opened = store.opened.peek();
      const dataset = withStory(opened.dataset, { ...opened.dataset.story, title });
      store.open({ ...opened, dataset }, store.view.peek());
    },
    save: () => {
      const { dataset } = store.opened.peek();
      const text = dateline.serialize(dataset);
      files.save(fileNameOf(dataset.story.title, dateline.extensions[0], 'story'), new Blob([text], { type: dateline.mediaType }));
    },
    share: async () => {
      const { share } = words().app;
      const copied = await clipboard.writeText(address.whole());
      if (!copied) page.alert.value = share.refused;
      else page.toast.value = fileNameIn(story.peek()) === undefined ? share.copied : share.ownFile;
    },
  };
}

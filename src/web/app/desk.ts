import { signal, type ReadonlySignal } from '@preact/signals';
import { ok, type Result } from '../../core/base/result.ts';
import type { Steps } from '../../core/base/steps.ts';
import { DATELINE_EXTENSIONS, DATELINE_MEDIA_TYPE } from '../../core/formats/dateline-file.ts';
import { INITIAL_VIEW, type ViewState } from '../../core/view/view-state.ts';
import type { Address } from '../platform/address.ts';
import { whileBusy } from '../platform/busy.ts';
import type { Clipboard } from '../platform/clipboard.ts';
import { fetchedCode } from '../platform/fetched-code.ts';
import { fileNameOf, type Files } from '../platform/files.ts';
import { inSlices } from '../platform/slices.ts';
import type { Store } from '../store/store.ts';
import type { OpeningWatch } from '../worker/open-in-worker.ts';
import { fetchStory, fileNameIn, keptIdIn, readFile, type Absence, type Arrival } from './opening.ts';
import type { PageState } from './page-state.ts';
import { STORIES } from './stories.ts';
import { watchOpening } from './watch-opening.ts';

/** What a person does with whole stories: open, rename, keep, share. */
export interface Desk {
  /** What a link calls the open story. */
  readonly story: ReadonlySignal<string | undefined>;
  /** How many stories were opened in place of another. */
  readonly arrivals: ReadonlySignal<number>;
  /** Gives the open story another name in links: it goes on under that one. */
  readonly call: (story: string) => void;
  /** Opens a file, or the bytes of one, under a name. The present story stays when it cannot be opened, or is stopped. */
  readonly open: (file: ArrayBuffer | Blob, name: string) => Promise<Result<undefined, Absence>>;
  readonly pickFile: () => Promise<void>;
  /** Opens a shipped story, or one that is kept in this browser, with a view of it if one is given. */
  readonly openStory: (id: string | undefined, view?: ViewState) => Promise<void>;
  readonly rename: (title: string) => Promise<void>;
  /** Hands over a copy as a native file. */
  readonly save: () => Promise<void>;
  /** Hands over a file. */
  readonly saveFile: (name: string, file: Blob) => void;
  readonly share: () => Promise<void>;
}

/**
 * What the desk works with. `first` is what stands on the page, and `awaited` the view of a file that a link led to but did not hold.
 * `openKept` opens a story that is kept in this browser, and resolves to a sentence when it cannot.
 */
export interface DeskOptions {
  readonly store: Store;
  readonly page: PageState;
  readonly files: Files;
  readonly clipboard: Clipboard;
  readonly address: Address;
  readonly first: string | undefined;
  readonly awaited: { readonly story: string | undefined; readonly view: ViewState };
  readonly openKept: (id: string, view: ViewState | undefined) => Promise<string | undefined>;
}

/** The writer of files, which no picture needs. */
export const FILE_WRITING = fetchedCode(() => import('../../core/formats/dateline.ts'));

/** What changes stories. */
export const RENAMING = fetchedCode(() => import('./rename-story.ts'));

const ACCEPT = [DATELINE_MEDIA_TYPE, ...DATELINE_EXTENSIONS.map((extension) => `.${extension}`)].join(',');

/** Keeps what comes, piece by piece. */
function* gathered<T>(coming: Iterable<T>, kept: T[]): Steps<undefined, void> {
  for (const piece of coming) {
    kept.push(piece);
    yield undefined;
  }
}

/** The title of a shipped story; of the first one for an id that is not known. */
const titleOf = (id: string | undefined): string => (STORIES.find((story) => story.id === id) ?? STORIES[0])?.title ?? '';

/** Makes the desk of a page. */
export function createDesk({ store, page, files, clipboard, address, first, awaited, openKept }: DeskOptions): Desk {
  const story = signal(first);
  const arrivals = signal(0);
  const words = (): Store['world']['value']['messages'] => store.world.peek().messages;

  let running: { readonly stop: () => void } | undefined;

  /** Opens a story in place of the present one, and of one that is still on its way. */
  const arrive = async (
    name: string,
    bring: (watch: OpeningWatch) => Promise<Result<Arrival, Absence>>,
    view: () => ViewState | undefined,
  ): Promise<Result<undefined, Absence>> => {
    running?.stop();
    const watch = watchOpening(page, name);
    running = watch;
    const outcome = await bring(watch);
    watch.end();
    if (!outcome.ok) {
      if (outcome.error.kind === 'failed') page.alert.value = outcome.error.sentence;
      return outcome;
    }
    const { opened } = outcome.value;
    page.alert.value = undefined;
    store.open(opened, view() ?? INITIAL_VIEW);
    story.value = outcome.value.story;
    arrivals.value += 1;
    const { story: about, size } = opened.dataset;
    const { app } = words();
    page.toast.value = app.opened(about.title || app.story.untitled, size, store.world.peek().formats.number(size));
    return ok(undefined);
  };
  const open: Desk['open'] = (file, name) => {
    const isAwaited = (): boolean => fileNameIn(awaited.story) === name && story.peek() !== awaited.story;
    return arrive(name, (watch) => readFile(file, name, words(), watch), () => (isAwaited() ? awaited.view : undefined));
  };

  return {
    story,
    arrivals,
    call: (name) => {
      story.value = name;
    },
    open,
    pickFile: async () => {
      const file = await files.pick(ACCEPT);
      if (file !== undefined) await open(file, file.name);
    },
    openStory: async (id, view) => {
      const fileName = fileNameIn(id);
      const kept = keptIdIn(id);
      if (kept !== undefined) {
        running?.stop();
        const failure = await whileBusy(openKept(kept, view));
        page.alert.value = failure;
        if (failure !== undefined) return;
        story.value = id;
        arrivals.value += 1;
      } else if (fileName === undefined) await arrive(titleOf(id), (watch) => fetchStory(id, words(), watch), () => view);
      else page.alert.value = words().app.failed.ownFile(fileName);
    },
    rename: async (title) => {
      const renaming = await whileBusy(RENAMING.load().catch(() => undefined));
      if (renaming === undefined) page.alert.value = words().app.failed.part;
      else renaming.renameStory(store, title);
    },
    save: async () => {
      const { dataset } = store.opened.peek();
      const pieces: string[] = [];
      const writer = await whileBusy(FILE_WRITING.load().catch(() => undefined));
      if (writer === undefined) {
        page.alert.value = words().app.failed.part;
        return;
      }
      await whileBusy(inSlices(gathered(writer.dateline.write(dataset), pieces)));
      files.save(fileNameOf(dataset.story.title, DATELINE_EXTENSIONS[0], 'story'), new Blob(pieces, { type: DATELINE_MEDIA_TYPE }));
    },
    saveFile: files.save,
    share: async () => {
      const { share } = words().app;
      const copied = await clipboard.writeText(address.whole());
      if (!copied) page.alert.value = share.refused;
      else page.toast.value = fileNameIn(story.peek()) === undefined && keptIdIn(story.peek()) === undefined ? share.copied : share.ownFile;
    },
  };
}

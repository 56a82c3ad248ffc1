import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { ok, type Result } from '../../core/base/result.ts';
import type { Steps } from '../../core/base/steps.ts';
import { DATELINE_EXTENSIONS, DATELINE_FORMAT, DATELINE_MEDIA_TYPE } from '../../core/formats/dateline-file.ts';
import { INITIAL_VIEW, type ViewState } from '../../core/view/view-state.ts';
import type { Address } from '../platform/address.ts';
import { whileBusy } from '../platform/busy.ts';
import type { Clipboard } from '../platform/clipboard.ts';
import { fetchedCode } from '../platform/fetched-code.ts';
import { fileNameOf, type ChosenFile, type Files } from '../platform/files.ts';
import { inSlices } from '../platform/slices.ts';
import { keeperOf } from '../keep/keeping.ts';
import type { Store } from '../store/store.ts';
import { fetchStory, fileNameIn, FILE_OPENING, keptIdIn, readFile, type Absence, type Arrival, type Incoming } from './opening.ts';
import type { PageState } from './page-state.ts';
import { STORIES } from './stories.ts';
import { watchOpening, type WatchedOpening } from './watch-opening.ts';

/** What a person does with whole stories: open, rename, keep, share. */
export interface Desk {
  /** What a link calls the open story. */
  readonly story: ReadonlySignal<string | undefined>;
  /** How many stories were opened in place of another. */
  readonly arrivals: ReadonlySignal<number>;
  /** Gives the open story another name in links: it goes on under that one. */
  readonly call: (story: string) => void;
  /**
   * Opens a file, or the bytes of one, under a name, without asking how it is to be understood. The present story stays when it cannot be
   * opened, or is stopped.
   */
  readonly open: (file: ArrayBuffer | Blob, name: string) => Promise<Result<undefined, Absence>>;
  /** Opens files as a person does, one after the other: those of other programs are looked at before they enter. */
  readonly openFiles: (files: readonly ChosenFile[]) => Promise<void>;
  /** Stops what is on its way: the present story stays. */
  readonly stay: () => void;
  readonly pickFile: () => Promise<void>;
  /** Opens a shipped story, or one that is kept in this browser, with a view of it if one is given. */
  readonly openStory: (id: string | undefined, view?: ViewState) => Promise<void>;
  readonly rename: (title: string) => Promise<void>;
  /** Hands over a copy as a native file. */
  readonly save: () => Promise<void>;
  /** Name of the file that the story was opened from and can be written back to. */
  readonly home: ReadonlySignal<string | undefined>;
  /** Writes the story back to that file. */
  readonly saveHome: () => Promise<void>;
  /** Asks where to keep the story, and writes it there from then on; `undefined` where a browser cannot ask. */
  readonly saveAs: (() => Promise<void>) | undefined;
  /** Hands over a file. */
  readonly saveFile: (name: string, file: Blob) => void;
  readonly share: () => Promise<void>;
}

/**
 * What the desk works with. `first` is what stands on the page, and `awaited` the view of a file that a link led to but did not hold.
 * `openKept` opens a story that is kept in this browser, unless the signal ends that first, and resolves to a sentence when it cannot.
 */
export interface DeskOptions {
  readonly store: Store;
  readonly page: PageState;
  readonly files: Files;
  readonly clipboard: Clipboard;
  readonly address: Address;
  readonly first: string | undefined;
  readonly awaited: { readonly story: string | undefined; readonly view: ViewState };
  readonly openKept: (id: string, view: ViewState | undefined, signal: AbortSignal) => Promise<string | undefined>;
  /** Keeps the open story in this browser. */
  readonly keep: () => Promise<void>;
}

/** The writer of files, which no picture needs. */
export const FILE_WRITING = fetchedCode(() => import('../../core/formats/dateline.ts'));

/** What lets a file enter the open story. */
const FILE_ENTERING = fetchedCode(() => import('./enter-file.ts'));

/** What takes in several stories at once. */
const STORIES_TAKING = fetchedCode(() => import('./take-in-stories.ts'));

/** What changes stories. */
export const RENAMING = fetchedCode(() => import('./rename-story.ts'));

/** Keeps what comes, piece by piece. */
function* gathered<T>(coming: Iterable<T>, kept: T[]): Steps<undefined, void> {
  for (const piece of coming) {
    kept.push(piece);
    yield undefined;
  }
}

/** Whether a file begins as zip archives do; one that cannot be read does not. */
const beginsAsArchive = (file: Blob): Promise<boolean> =>
  file.slice(0, 2).text().then((begin) => begin === 'PK', () => false);

/** The title of a shipped story; of the first one for an id that is not known. */
const titleOf = (id: string | undefined): string => (STORIES.find((story) => story.id === id) ?? STORIES[0])?.title ?? '';

/** Makes the desk of a page. */
export function createDesk({ store, page, files, clipboard, address, first, awaited, openKept, keep }: DeskOptions): Desk {
  const story = signal(first);
  const arrivals = signal(0);
  const words = (): Store['world']['value']['messages'] => store.world.peek().messages;

  const home = signal<FileSystemFileHandle | undefined>(undefined);

  let running: { readonly stop: () => void } | undefined;
  /** The files that a person asked for last: what was asked for before them does not come after them. */
  let wanted: readonly ChosenFile[] = [];

  /** Brings a story in place of one that is still on its way; says why it does not come. */
  const bring = async <A>(name: string, fetch: (watch: WatchedOpening) => Promise<Result<A, Absence>>): Promise<Result<A, Absence>> => {
    running?.stop();
    const watch = watchOpening(page, name);
    running = watch;
    const outcome = await fetch(watch).finally(watch.end);
    if (!outcome.ok && outcome.error.kind === 'failed') page.alert.value = outcome.error.sentence;
    return outcome;
  };
  /** Puts a story in place of the present one. */
  const show = ({ opened, story: link }: Arrival, view: ViewState | undefined): void => {
    page.alert.value = undefined;
    store.open(opened, view ?? INITIAL_VIEW);
    story.value = link;
    home.value = undefined;
    arrivals.value += 1;
    const { story: about, size } = opened.dataset;
    const { app } = words();
    page.toast.value = app.opened(about.title || opened.fileName, size, store.world.peek().formats.number(size));
  };
  const isAwaited = (name: string): boolean => fileNameIn(awaited.story) === name && story.peek() !== awaited.story;
  const enter = async (incoming: Incoming, handle: FileSystemFileHandle | undefined): Promise<void> => {
    const { fileName, imported, issues } = incoming.opened;
    if (incoming.decision.how !== 'open') {
      page.alert.value = undefined;
      const entering = await whileBusy(FILE_ENTERING.load().catch(() => undefined));
      if (entering === undefined) page.alert.value = words().app.failed.part;
      else await entering.enterFile(incoming, store, page);
      return;
    }
    show(incoming, isAwaited(fileName) ? awaited.view : undefined);
    const isNewer = issues.some(({ code }) => code === 'version-newer');
    // A page of its own holds more than the story, and is not written over.
    if (imported?.about.format === DATELINE_FORMAT && imported.about.layoutName === undefined && !isNewer) home.value = handle;
    if (isNewer) page.alert.value = words().app.failed.newer(fileName);
  };
  const openChosen = async ({ file, handle }: ChosenFile, isAsked: boolean): Promise<void> => {
    const read = await bring(file.name, (watch) =>
      readFile(file, file.name, words(), watch, {
        // A story of this program that is open already: it may be news of it.
        isAsked: isAsked || store.opened.peek().fileName === file.name,
        ask: async (first, isGlimpse, look) => {
          const { askReview } = await FILE_OPENING.load();
          const choices = store.opened.peek().fileName === file.name ? (['update', 'open', 'add'] as const) : (['open', 'add'] as const);
          return watch.whileWaiting(askReview({ fileName: file.name, first, isGlimpse, look, choices, asked: page.asked, signal: watch.signal }));
        },
      }),
    );
    if (!read.ok) return;
    await enter(read.value, handle);
    // What a person has decided about a file of another program is work, and lost with the page.
    const { decision, opened } = read.value;
    if (decision.how === 'open' && opened.imported?.about.format !== DATELINE_FORMAT) await keep();
  };
  /** Takes in all stories of an archive of several, where stories are kept; returns whether the file was one. */
  const tookIn = async (file: File): Promise<boolean> => {
    const library = keeperOf(store)?.library;
    if (library === undefined || !(await beginsAsArchive(file))) return false;
    const taking = await STORIES_TAKING.load().catch(() => undefined);
    return taking?.takeInStories(file, library, store, page).catch(() => false) ?? false;
  };
  const openFiles: Desk['openFiles'] = async (chosen) => {
    if (chosen.length > 0) wanted = chosen;
    for (const [position, one] of chosen.entries()) {
      if (wanted !== chosen) return;
      if (!(await whileBusy(tookIn(one.file)))) await openChosen(one, position > 0);
    }
  };
  const written = async (): Promise<Blob | undefined> => {
    // Another story may be opened on the way: it must not get into the file of this one.
    const { dataset } = store.opened.peek();
    const pieces: string[] = [];
    const writer = await whileBusy(FILE_WRITING.load().catch(() => undefined));
    if (writer === undefined) {
      page.alert.value = words().app.failed.part;
      return undefined;
    }
    await whileBusy(inSlices(gathered(writer.dateline.write(dataset), pieces)));
    return new Blob(pieces, { type: DATELINE_MEDIA_TYPE });
  };
  const nameForFile = (): string => fileNameOf(store.opened.peek().dataset.story.title, DATELINE_EXTENSIONS[0], 'story');
  const { saveAs } = files;

  return {
    story,
    arrivals,
    call: (name) => {
      story.value = name;
    },
    open: async (file, name) => {
      wanted = [];
      const read = await bring(name, (watch) => readFile(file, name, words(), watch, { isAsked: false }));
      if (!read.ok) return read;
      await enter(read.value, undefined);
      return ok(undefined);
    },
    openFiles,
    stay: () => running?.stop(),
    pickFile: async () => openFiles(await files.pick()),
    openStory: async (id, view) => {
      const fileName = fileNameIn(id);
      const kept = keptIdIn(id);
      wanted = [];
      if (kept !== undefined) {
        running?.stop();
        const opening = new AbortController();
        running = { stop: () => opening.abort() };
        const failure = await whileBusy(openKept(kept, view, opening.signal));
        // That it did not come is no news where another story was asked for meanwhile.
        if (failure !== undefined && opening.signal.aborted) return;
        page.alert.value = failure;
        if (failure !== undefined) return;
        story.value = id;
        home.value = undefined;
        arrivals.value += 1;
      } else if (fileName === undefined) {
        const arrival = await bring(titleOf(id), (watch) => fetchStory(id, words(), watch));
        if (arrival.ok) show(arrival.value, view);
      } else page.alert.value = words().app.failed.ownFile(fileName);
    },
    rename: async (title) => {
      const arrival = arrivals.peek();
      const renaming = await whileBusy(RENAMING.load().catch(() => undefined));
      if (renaming === undefined) page.alert.value = words().app.failed.part;
      else if (arrivals.peek() === arrival) renaming.renameStory(store, title);
    },
    save: async () => {
      const name = nameForFile();
      const file = await written();
      if (file !== undefined) files.save(name, file);
    },
    home: computed(() => home.value?.name),
    saveHome: async () => {
      const handle = home.peek();
      const file = handle && (await written());
      if (handle === undefined || file === undefined) return;
      const { app } = words();
      if (await whileBusy(files.write(handle, file))) page.toast.value = app.saved(handle.name);
      else page.alert.value = app.failed.unsaved(handle.name);
    },
    saveAs:
      saveAs &&
      (async () => {
        const [name, arrival] = [nameForFile(), arrivals.peek()];
        const file = await written();
        const handle = file && (await saveAs(name, file));
        if (handle === undefined) return;
        if (arrivals.peek() === arrival) home.value = handle;
        page.toast.value = words().app.saved(handle.name);
      }),
    saveFile: files.save,
    share: async () => {
      const { share } = words().app;
      const copied = await clipboard.writeText(address.whole());
      if (!copied) page.alert.value = share.refused;
      else page.toast.value = fileNameIn(story.peek()) === undefined && keptIdIn(story.peek()) === undefined ? share.copied : share.ownFile;
    },
  };
}

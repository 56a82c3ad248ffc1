import { useEffect } from 'preact/hooks';
import { keeperOf } from '../keep/keeping.ts';
import { fetched, prefetchAtRest } from '../parts/fetched.tsx';
import type { Store } from '../store/store.ts';
import { FILE_WRITING, RENAMING, type Desk } from './desk.ts';
import { FILE_OPENING, keptLink } from './opening.ts';
import type { PageState } from './page-state.ts';

const DIALOGS = {
  keys: fetched(() => import('../views/help/keys-dialog.tsx').then(({ KeysDialog }) => KeysDialog)),
  issues: fetched(() => import('../views/issues/issues-dialog.tsx').then(({ IssuesDialog }) => IssuesDialog)),
  export: fetched(() => import('../views/export/export-dialog.tsx').then(({ ExportDialog }) => ExportDialog)),
  embed: fetched(() => import('../views/export/export-dialog.tsx').then(({ EmbedDialog }) => EmbedDialog)),
  library: fetched(() => import('../views/library/library-dialog.tsx').then(({ LibraryDialog }) => LibraryDialog)),
};

/** What is asked about a file. */
const ASKED = {
  review: fetched(() => import('../views/import/review-dialog.tsx').then(({ ReviewDialog }) => ReviewDialog)),
  comparison: fetched(() => import('../views/import/comparison-dialog.tsx').then(({ ComparisonDialog }) => ComparisonDialog)),
};

interface DialogsProps {
  readonly store: Store;
  readonly page: PageState;
  readonly desk: Desk;
}

/**
 * The dialog that is open. The first picture of a story does without their code, and without what reads and writes files: they are fetched when
 * the page has come to rest.
 */
export function Dialogs({ store, page, desk }: DialogsProps) {
  const { messages } = store.world.value;
  useEffect(() => prefetchAtRest([...Object.values(DIALOGS), ...Object.values(ASKED), FILE_OPENING, FILE_WRITING, RENAMING]), []);
  const asked = page.asked.value;
  if (asked !== undefined) {
    const fail = (): void => {
      asked.decide(undefined);
      page.alert.value = messages.app.failed.part;
    };
    return asked.kind === 'review' ? (
      <ASKED.review.Show key={asked} store={store} asked={asked} onFail={fail} />
    ) : (
      <ASKED.comparison.Show key={asked} store={store} asked={asked} onFail={fail} />
    );
  }
  const open = page.dialog.value;
  if (open === undefined) return null;
  const { Show } = DIALOGS[open];
  const close = (): void => {
    page.dialog.value = undefined;
  };
  const fail = (): void => {
    close();
    page.alert.value = messages.app.failed.part;
  };
  /** Opens a file that is to be kept as it is. */
  const importFile = async (): Promise<void> => {
    const { value: before } = desk.arrivals;
    await desk.pickFile();
    if (desk.arrivals.peek() !== before) keeperOf(store)?.keep();
  };
  return (
    <Show
      key={open}
      store={store}
      onClose={close}
      onFail={fail}
      onOpen={(id: string) => void desk.openStory(keptLink(id))}
      onImport={() => void importFile()}
      onSaveFile={desk.saveFile}
    />
  );
}

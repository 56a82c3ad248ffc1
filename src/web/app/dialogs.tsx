import { useEffect } from 'preact/hooks';
import { fetched, prefetchAtRest } from '../parts/fetched.tsx';
import type { Store } from '../store/store.ts';
import { FILE_WRITING } from './desk.ts';
import { FILE_OPENING } from './opening.ts';
import type { PageState } from './page-state.ts';

const DIALOGS = {
  keys: fetched(() => import('../views/help/keys-dialog.tsx').then(({ KeysDialog }) => KeysDialog)),
  issues: fetched(() => import('../views/issues/issues-dialog.tsx').then(({ IssuesDialog }) => IssuesDialog)),
  export: fetched(() => import('../views/export/export-dialog.tsx').then(({ ExportDialog }) => ExportDialog)),
};

interface DialogsProps {
  readonly store: Store;
  readonly page: PageState;
}

/** The dialog that is open. The first picture of a story does without their code, and without what reads and writes files: they are fetched when the page has come to rest. */
export function Dialogs({ store, page }: DialogsProps) {
  const { messages } = store.world.value;
  useEffect(() => prefetchAtRest([...Object.values(DIALOGS), FILE_OPENING, FILE_WRITING]), []);
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
  return <Show key={open} store={store} onClose={close} onFail={fail} />;
}

import { useEffect } from 'preact/hooks';
import { fetched, prefetchAtRest } from '../parts/fetched.tsx';
import type { Store } from '../store/store.ts';
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

/** The dialog that is open. The first picture of a story does without their code: it is fetched when the page has come to rest. */
export function Dialogs({ store, page }: DialogsProps) {
  const { messages } = store.world.value;
  useEffect(() => prefetchAtRest(Object.values(DIALOGS)), []);
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

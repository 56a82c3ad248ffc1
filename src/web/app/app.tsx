import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import type { CommandContext } from '../commands/command.ts';
import { startAfterFirstPicture } from '../platform/first-picture.ts';
import type { ChosenFile } from '../platform/files.ts';
import { playerOf } from '../playback/player.ts';
import type { Store } from '../store/store.ts';
import { followingOf } from '../views/list/follow-selection.ts';
import { TopBar } from '../views/topbar/topbar.tsx';
import { Announcer } from './announcer.tsx';
import { AlertBanner, Toast } from './banner.tsx';
import type { Desk } from './desk.ts';
import { Dialogs } from './dialogs.tsx';
import { DropZone } from './drop-zone.tsx';
import { KeeperBar, KeeperSign } from './keeper-parts.tsx';
import { keptLink } from './opening.ts';
import { KeptPage } from './kept-page.tsx';
import { OpeningBar } from './opening-bar.tsx';
import type { PageState } from './page-state.ts';
import { Panel } from './panel.tsx';
import { PaneSwitch } from './pane-switch.tsx';
import { Stage } from './stage.tsx';
import { STORIES } from './stories.ts';

interface AppProps {
  readonly store: Store;
  readonly desk: Desk;
  readonly page: PageState;
  readonly systemIsDark: () => boolean;
  readonly isRoomy: ReadonlySignal<boolean>;
}

/** The page with a story open: the panel to read, the stage to look at, and the dialogs over both. */
export function App({ store, desk, page, systemIsDark, isRoomy }: AppProps) {
  const search = useRef<HTMLInputElement>(null);
  const map = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { messages } = store.world.value;
  const [failure] = useErrorBoundary((error: unknown) => reportError(error));
  const tell = (sentence: string): void => {
    page.toast.value = sentence;
  };
  const context = useRef<CommandContext>(undefined);
  context.current ??= {
    store,
    player: playerOf(store),
    mapSize: () => ({ width: map.current?.clientWidth ?? 0, height: map.current?.clientHeight ?? 0 }),
    systemIsDark,
    focusSearch: () => search.current?.select(),
    focusSelected: followingOf(store).focusSelected,
    showKeys: () => show('keys'),
    showExport: () => show('export'),
    save: () => void (desk.home.peek() === undefined ? desk.save() : desk.saveHome()),
    tell,
  };
  const show = (dialog: PageState['dialog']['value']): void => {
    page.dialog.value = dialog;
  };
  const openKept = (id: string): void => void desk.openStory(keptLink(id));
  const openFile = (): void => void desk.pickFile();
  const openFiles = useRef((files: readonly ChosenFile[]): void => void desk.openFiles(files));
  useEffect(() => {
    const { current } = context;
    if (current === undefined) return undefined;
    return startAfterFirstPicture(
      () => Promise.all([import('../commands/bind-keys.ts'), import('../commands/index.ts')]),
      ([{ bindKeys }, { COMMANDS }]) => bindKeys(window, current, COMMANDS),
    );
  }, []);

  if (failure !== undefined) return <Crash sentence={messages.app.failed.crash} action={messages.app.failed.reload} />;
  return (
    <div class="app" data-pane={page.pane.value}>
      <button type="button" class="skip-link" onClick={() => panel.current?.querySelector<HTMLElement>('.panel')?.focus()}>
        {messages.app.skipToEvents}
      </button>
      <TopBar
        store={store}
        stories={STORIES}
        searchField={search}
        onRename={desk.rename}
        onOpenFile={openFile}
        onOpenStory={(id) => void desk.openStory(id)}
        onSave={() => void desk.save()}
        home={desk.home.value}
        onSaveHome={() => void desk.saveHome()}
        onSaveAs={desk.saveAs && (() => void desk.saveAs?.())}
        onShare={() => void desk.share()}
        onEmbed={() => show('embed')}
        onExport={() => show('export')}
        onStories={() => show('library')}
        tell={tell}
        sign={<KeeperSign store={store} />}
      />
      <div class="page-notices">
        <AlertBanner page={page} messages={messages} />
        <KeeperBar store={store} onOpen={openKept} onDownload={() => void desk.save()} onStories={() => show('library')} />
        <KeptPage store={store} />
      </div>
      <main class="workspace" ref={panel}>
        <Panel context={context.current} page={page} onOpenFile={openFile} />
        <PaneSwitch page={page} messages={messages} />
        <Stage store={store} map={map} isRoomy={isRoomy.value} />
      </main>
      <Announcer store={store} />
      <Toast page={page} />
      <OpeningBar page={page} world={store.world.value} />
      <DropZone messages={messages} onFiles={openFiles.current} />
      <Dialogs store={store} page={page} desk={desk} />
    </div>
  );
}

/** What stands on the page when a part of it failed: the view is in the address, so that a reload comes back to it. */
function Crash({ sentence, action }: { readonly sentence: string; readonly action: string }) {
  return (
    <main class="full-page">
      <p role="alert">{sentence}</p>
      <button type="button" class="button button-main" onClick={() => window.location.reload()}>
        {action}
      </button>
    </main>
  );
}

import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import { Announcer } from '../app/announcer.tsx';
import { AlertBanner, Toast } from '../app/banner.tsx';
import type { PageState } from '../app/page-state.ts';
import { PaneSwitch } from '../app/pane-switch.tsx';
import { Stage } from '../app/stage.tsx';
import type { CommandContext } from '../commands/command.ts';
import { READING_COMMANDS } from '../commands/reading.ts';
import { startAfterFirstPicture } from '../platform/first-picture.ts';
import { playerOf } from '../playback/player.ts';
import { storyText } from '../parts/story-text.ts';
import type { Store } from '../store/store.ts';
import { CommandKeys } from '../views/help/command-keys.tsx';
import { followingOf } from '../views/list/follow-selection.ts';
import { SearchBox } from '../views/topbar/search-box.tsx';
import { ReadingPanel } from './reading-panel.tsx';

interface ReaderProps {
  readonly store: Store;
  readonly page: PageState;
  readonly systemIsDark: () => boolean;
  readonly isRoomy: ReadonlySignal<boolean>;
  /** Where keys are listened for: all over the page, or as long as the story has the focus. */
  readonly keys: Window | HTMLElement;
  /** Whether the story is the page, or stands in a page of somebody else’s. */
  readonly isWhole: boolean;
}

/** A story to be read: everything that looks at it, and nothing that changes, keeps or opens one. */
export function Reader({ store, page, systemIsDark, isRoomy, keys, isWhole }: ReaderProps) {
  const search = useRef<HTMLInputElement>(null);
  const map = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { messages } = store.world.value;
  const [failure] = useErrorBoundary((error: unknown) => reportError(error));
  const context = useRef<CommandContext>(undefined);
  context.current ??= {
    store,
    player: playerOf(store),
    mapSize: () => ({ width: map.current?.clientWidth ?? 0, height: map.current?.clientHeight ?? 0 }),
    systemIsDark,
    focusSearch: () => search.current?.select(),
    focusSelected: followingOf(store).focusSelected,
    showKeys: () => {
      page.dialog.value = 'keys';
    },
    showExport: () => undefined,
    tell: (sentence) => {
      page.toast.value = sentence;
    },
  };
  useEffect(() => {
    const { current } = context;
    if (current === undefined) return undefined;
    return startAfterFirstPicture(
      () => import('../commands/bind-keys.ts'),
      ({ bindKeys }) => bindKeys(keys, current, READING_COMMANDS),
    );
  }, [keys]);

  if (failure !== undefined) {
    return (
      <p class="full-page" role="alert">
        {readingMessagesOf(messages).crash}
      </p>
    );
  }
  const Title = isWhole ? 'h1' : 'h2';
  const Body = isWhole ? 'main' : 'div';
  const { title } = store.opened.value.dataset.story;
  return (
    <div class="app reader" data-pane={page.pane.value}>
      <button type="button" class="skip-link" onClick={() => panel.current?.querySelector<HTMLElement>('.panel')?.focus()}>
        {messages.app.skipToEvents}
      </button>
      <header class="topbar">
        <Title class="story-title" {...storyText(store)}>
          {title === '' ? messages.app.story.untitled : title}
        </Title>
        <SearchBox store={store} field={search} />
      </header>
      <div class="page-notices">
        <AlertBanner page={page} messages={messages} />
      </div>
      <Body class="workspace" ref={panel}>
        <ReadingPanel context={context.current} />
        <PaneSwitch page={page} messages={messages} />
        <Stage store={store} map={map} isRoomy={isRoomy.value} />
      </Body>
      <Announcer store={store} />
      <Toast page={page} />
      {page.dialog.value === 'keys' && (
        <CommandKeys
          store={store}
          commands={READING_COMMANDS}
          onClose={() => {
            page.dialog.value = undefined;
          }}
        />
      )}
    </div>
  );
}

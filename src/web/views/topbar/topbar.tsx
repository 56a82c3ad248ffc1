import type { ComponentChildren, Ref } from 'preact';
import { isReadOnly, keepingOf } from '../../keep/keeping.ts';
import { fetched } from '../../parts/fetched.tsx';
import { Menu } from '../../parts/menu.tsx';
import { storyText } from '../../parts/story-text.ts';
import { draftingOf } from '../../store/drafting.ts';
import { walkingOf } from '../../store/walking.ts';
import type { Store } from '../../store/store.ts';
import { SearchBox } from './search-box.tsx';
import { StoryTitle } from './story-title.tsx';

const UNDO_CHOICES = fetched(() => import('./undo-choices.tsx').then(({ UndoChoices }) => UndoChoices));

/** A story that ships with the page. */
export interface ShippedStory {
  readonly id: string;
  readonly title: string;
}

interface TopBarProps {
  readonly store: Store;
  readonly stories: readonly ShippedStory[];
  readonly searchField: Ref<HTMLInputElement>;
  readonly onRename: (title: string) => void;
  readonly onOpenFile: () => void;
  readonly onOpenStory: (id: string) => void;
  readonly onSave: () => void;
  /** Name of the file that the story can be written back to. */
  readonly home: string | undefined;
  readonly onSaveHome: () => void;
  /** `undefined` where the browser cannot ask where to keep a file. */
  readonly onSaveAs: (() => void) | undefined;
  readonly onShare: () => void;
  readonly onEmbed: () => void;
  readonly onExport: () => void;
  readonly onStories: () => void;
  /** Tells a sentence to people. */
  readonly tell: (sentence: string) => void;
  /** What stands beside the title. */
  readonly sign: ComponentChildren;
}

/** The bar across the top: what is open, and what one can do with the whole of it. */
export function TopBar({
  store,
  stories,
  searchField,
  onRename,
  onOpenFile,
  onOpenStory,
  onSave,
  home,
  onSaveHome,
  onSaveAs,
  onShare,
  onEmbed,
  onExport,
  onStories,
  tell,
  sign,
}: TopBarProps) {
  const { messages } = store.world.value;
  const { app } = messages;
  const { title } = store.opened.value.dataset.story;
  return (
    <header class="topbar">
      <p class="wordmark" aria-label={app.wordmark.date + app.wordmark.line}>
        <span>{app.wordmark.date}</span>
        <span class="wordmark-line">{app.wordmark.line}</span>
      </p>
      <StoryTitle title={title === '' ? app.story.untitled : title} text={storyText(store)} messages={messages} isLocked={isReadOnly(store)} onRename={onRename} />
      {sign}
      <SearchBox store={store} field={searchField} />
      <div class="topbar-actions">
        <Menu label={app.add.label}>
          {keepingOf(store).value !== undefined && !isReadOnly(store) && <UNDO_CHOICES.Show store={store} tell={tell} onFail={() => undefined} />}
          <EditChoices store={store} />
          <button type="button" class="menu-choice" onClick={onOpenFile}>
            {app.add.open}
            <span class="menu-hint">{app.add.drop}</span>
          </button>
          {home !== undefined && (
            <button type="button" class="menu-choice" onClick={onSaveHome}>
              {app.add.saveHome(home)}
            </button>
          )}
          {onSaveAs !== undefined && (
            <button type="button" class="menu-choice" onClick={onSaveAs}>
              {app.add.saveAs}
            </button>
          )}
          <button type="button" class="menu-choice" onClick={onSave}>
            {app.add.save}
          </button>
          <button type="button" class="menu-choice" onClick={onStories}>
            {app.add.library}
          </button>
          <p class="menu-heading">{app.add.stories}</p>
          {stories.map(({ id, title: name }) => (
            <button key={id} type="button" class="menu-choice menu-choice-story" onClick={() => onOpenStory(id)}>
              {name}
            </button>
          ))}
        </Menu>
        <div class="button-pair">
          <button type="button" class="button" title={app.share.title} onClick={onShare}>
            {app.share.label}
          </button>
          <Menu label={app.share.more} isBeside>
            <button type="button" class="menu-choice" onClick={onShare}>
              {app.share.title}
            </button>
            <button type="button" class="menu-choice" onClick={onEmbed}>
              {app.share.embed}
              <span class="menu-hint">{app.share.embedHint}</span>
            </button>
          </Menu>
        </div>
        <button type="button" class="button button-main" onClick={onExport}>
          {app.exportImage}
        </button>
      </div>
    </header>
  );
}

/** The ways to change the story by hand, where it can be changed. */
function EditChoices({ store }: { readonly store: Store }) {
  const { add } = store.world.value.messages.app;
  const { form, isChoosing, isArranging } = draftingOf(store);
  if (isReadOnly(store)) return null;
  return (
    <>
      <button
        type="button"
        class="menu-choice"
        onClick={() => {
          form.value = { id: undefined, when: 'window' };
        }}
      >
        {add.event}
        <span class="menu-hint">{add.eventHint}</span>
      </button>
      <button
        type="button"
        class="menu-choice"
        onClick={() => {
          isChoosing.value = true;
        }}
      >
        {add.several}
      </button>
      <button
        type="button"
        class="menu-choice"
        onClick={() => {
          isArranging.value = true;
        }}
      >
        {add.lanes}
      </button>
      <button
        type="button"
        class="menu-choice"
        onClick={() => {
          walkingOf(store).isTelling.value = true;
        }}
      >
        {add.walk}
      </button>
    </>
  );
}

import { batch, effect, signal, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import type { Result } from '../../core/base/result.ts';
import type { BaseMap } from '../../core/geo/base-map.ts';
import { en } from '../../core/i18n/en.ts';
import { makeWorld } from '../../core/make-world.ts';
import { instant } from '../../core/time/instant.ts';
import { fromSearch } from '../../core/view/url.ts';
import { browserAddress } from '../platform/address.ts';
import { whileBusy } from '../platform/busy.ts';
import { browserClipboard } from '../platform/clipboard.ts';
import { browserFiles } from '../platform/files.ts';
import { awaitFirstPicture, firstPicture } from '../platform/first-picture.ts';
import { countFontArrivals } from '../platform/fonts.ts';
import { groundPainter, type PaintGround } from '../platform/ground-painter.ts';
import { mediaQuery } from '../platform/preferences.ts';
import type { ViewState } from '../../core/view/view-state.ts';
import { createStore } from '../store/store.ts';
import { App } from './app.tsx';
import { checkSelection } from './check-selection.ts';
import { createDesk, type Desk } from './desk.ts';
import { followAddress } from './follow-address.ts';
import { followSearch } from './follow-search.ts';
import { idle } from './idle.ts';
import { keeperOnce } from './keeper.ts';
import { fetchStory, fileNameIn, keptIdIn, keptLink } from './opening.ts';
import { createPageState } from './page-state.ts';
import { applyPalette, followTheme, paletteOf } from './theme.ts';

/** What stands on the page while there is no story yet. */
type Phase = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly sentence: string; readonly again: () => void };

/** Opens the story that the address asks for, shows it in `root`, and keeps address and page alike from then on. */
export function start(window: Window, root: HTMLElement): void {
  const systemIsDark = mediaQuery(window, '(prefers-color-scheme: dark)');
  const isRoomy = mediaQuery(window, '(min-width: 1181px)');
  const phase = signal<Phase>({ kind: 'loading' });
  const address = browserAddress(window);
  const link = fromSearch(address.read());
  const palette = paletteOf(link.view.theme, systemIsDark.peek());
  const { documentElement } = window.document;
  applyPalette(documentElement, palette);
  countFontArrivals(window.document.fonts);
  const door = { idle: () => idle(window) };
  Object.assign(window, { dateline: door });
  render(<Opening phase={phase} />, root);

  const open = async (): Promise<void> => {
    phase.value = { kind: 'loading' };
    const fileName = fileNameIn(link.story);
    const arrival = await fetchStory(link.story, en);
    if (!arrival.ok) {
      const sentence = arrival.error.kind === 'failed' ? arrival.error.sentence : en.app.failed.story;
      phase.value = { kind: 'failed', sentence, again: () => void (phase.peek().kind === 'failed' && open()) };
      return;
    }
    const { opened, story } = arrival.value;
    const world = makeWorld({ locale: 'en', theme: palette.theme, now: instant(Date.now()) });
    const store = createStore(opened, world, fileName === undefined ? link.view : undefined);
    const page = createPageState();
    const keeper = keeperOnce(window, store, (id) => desk.call(keptLink(id)));
    const openKept = async (id: string, view: ViewState | undefined, signal: AbortSignal): Promise<string | undefined> => {
      const isOpen = await (await keeper())?.open(id, view, signal);
      return isOpen === true ? undefined : (await import('../../core/i18n/keep-messages.ts')).keepMessagesOf(en).gone;
    };
    const desk = createDesk({
      store,
      page,
      address,
      files: browserFiles(window.document),
      clipboard: browserClipboard(window.navigator),
      first: story,
      awaited: link,
      openKept,
      keep: async () => {
        const arrival = desk.arrivals.peek();
        const keeping = await keeper();
        // Another story may have come meanwhile.
        if (desk.arrivals.peek() === arrival) keeping?.keep();
      },
    });
    const kept = keptIdIn(link.story);
    if (kept !== undefined) await desk.openStory(link.story, link.view);
    if (fileName !== undefined) page.alert.value = en.app.failed.ownFile(fileName);
    followTheme(store, systemIsDark, documentElement);
    followAddress(store, desk, address);
    followSearch(store);
    checkSelection(store, page);
    effect(() => {
      window.document.title = en.app.windowTitle(store.opened.value.dataset.story.title);
    });
    render(<App store={store} desk={desk} page={page} systemIsDark={() => systemIsDark.peek()} isRoomy={isRoomy} />, root);
    Object.assign(door, openThrough(desk));
    awaitFirstPicture();
    await firstPicture;
    void whileBusy(keeper());
    const showBaseMap = (base: BaseMap, paint: PaintGround): void =>
      batch(() => {
        store.setBaseMap(base);
        groundPainter.value = paint;
      });
    const baseMap = await whileBusy(fetchBaseMap(showBaseMap).catch(() => undefined));
    if (baseMap?.ok !== true) page.alert.value = en.app.failed.baseMap;
  };
  void open();
}

async function fetchBaseMap(onReady: (base: BaseMap, paint: PaintGround) => void): Promise<Result<undefined, string>> {
  const [{ loadBaseMap }, { PAGE_BASE_MAP }] = await Promise.all([import('../worker/load-base-map.ts'), import('../worker/page-base-map.ts')]);
  return loadBaseMap(PAGE_BASE_MAP, onReady);
}

/** The page's door for scripts: opens a file, or its bytes, as a person would; throws the sentence that a person would be told. */
const openThrough = (desk: Desk) => ({
  open: async (file: ArrayBuffer | Blob, name = 'story.geojson'): Promise<void> => {
    const outcome = await desk.open(file, name);
    if (!outcome.ok) throw new Error(outcome.error.kind === 'failed' ? outcome.error.sentence : 'stopped');
  },
});

/** Says that the story is on its way, or why it did not come. */
function Opening({ phase }: { readonly phase: ReadonlySignal<Phase> }) {
  const { value: now } = phase;
  const { app } = en;
  return (
    <main class="full-page">
      <p class="wordmark" aria-label={app.wordmark.date + app.wordmark.line}>
        <span>{app.wordmark.date}</span>
        <span class="wordmark-line">{app.wordmark.line}</span>
      </p>
      <p role={now.kind === 'failed' ? 'alert' : 'status'}>{now.kind === 'failed' ? now.sentence : app.loading}</p>
      {now.kind === 'failed' && (
        <button type="button" class="button button-main" onClick={now.again}>
          {app.failed.again}
        </button>
      )}
    </main>
  );
}

import { batch, signal } from '@preact/signals';
import { render } from 'preact';
import { en } from '../../core/i18n/en.ts';
import { readingMessagesOf } from '../../core/i18n/reading-messages.ts';
import { makeWorld } from '../../core/make-world.ts';
import type { Instant } from '../../core/time/instant.ts';
import { fromSearch } from '../../core/view/url.ts';
import type { Theme } from '../../core/view/view-state.ts';
import { checkSelection } from '../app/check-selection.ts';
import { followAddress } from '../app/follow-address.ts';
import { followSearch } from '../app/follow-search.ts';
import { createPageState } from '../app/page-state.ts';
import { followTheme, paletteOf } from '../app/theme.ts';
import { setKeeping } from '../keep/keeping.ts';
import type { Address } from '../platform/address.ts';
import { whileBusy } from '../platform/busy.ts';
import { awaitFirstPicture, firstPicture } from '../platform/first-picture.ts';
import { countFontArrivals } from '../platform/fonts.ts';
import { frame } from '../platform/frame.ts';
import { groundPainter } from '../platform/ground-painter.ts';
import { followPixelRatio } from '../platform/pixel-ratio.ts';
import { mediaQuery } from '../platform/preferences.ts';
import { renderInFrames } from '../platform/render-in-frames.ts';
import { createStore, type Opened, type Store } from '../store/store.ts';
import type { SharedBaseMap } from './shared-base-map.ts';
import { Reader } from './reader.tsx';
import { followRoom } from './room.ts';

/** How a story is shown. */
export interface MountOptions {
  readonly opened: Opened;
  /** Where its view stands: what it says at first is shown, and what is seen from then on is written there. */
  readonly address: Address;
  /** The colours where the address does not ask for some. */
  readonly theme: Theme;
  /** IETF tag for the forms of dates and numbers. */
  readonly locale: string;
  /** The moment that counts as now. */
  readonly now: Instant;
  readonly baseMap: SharedBaseMap;
  /** Whether the story is the whole page: it then answers to keys wherever the focus is, and colours the page. */
  readonly isWhole: boolean;
}

/** A story that stands in an element. */
export interface MountedStory {
  readonly store: Store;
  /** Takes it out of the element; whatever followed it ends. */
  readonly unmount: () => void;
}

let isPageReady = false;

/** What all stories of a page have in common: frames, the screen, the fonts. */
function preparePage(): void {
  if (isPageReady) return;
  isPageReady = true;
  renderInFrames(frame);
  followPixelRatio(window);
  countFontArrivals(document.fonts);
}

/**
 * Shows a story in an element, to be read and not to be changed. The element fills the room that it is given; several of them can stand on a
 * page, each in a tree of its own (a document or a shadow root), for ids are told apart by tree.
 */
export function mountStory(root: HTMLElement, { opened, address, theme, locale, now, baseMap, isWhole }: MountOptions): MountedStory {
  preparePage();
  const systemIsDark = mediaQuery(window, '(prefers-color-scheme: dark)');
  const { view } = fromSearch(address.read());
  const firstView = view.theme === 'auto' ? { ...view, theme } : view;
  const store = createStore(opened, makeWorld({ locale, theme: paletteOf(firstView.theme, systemIsDark.peek()).theme, now }), firstView);
  setKeeping(store, 'reading');
  const page = createPageState();
  const room = followRoom(root);
  const shown = {
    story: signal(undefined),
    arrivals: signal(0),
    // There is but one story: an address gone back to is another view of it.
    openStory: (_id: string | undefined, asked: typeof view = view): Promise<void> => {
      store.dispatch({ kind: 'replace', view: asked });
      return Promise.resolve();
    },
    stay: () => undefined,
  };
  const stops = [
    followTheme(store, systemIsDark, isWhole ? root.ownerDocument.documentElement : root),
    followAddress(store, shown, address),
    followSearch(store),
    checkSelection(store, page),
    room.stop,
  ];
  render(
    <Reader store={store} page={page} systemIsDark={() => systemIsDark.peek()} isRoomy={room.isRoomy} keys={isWhole ? window : root} isWhole={isWhole} />,
    root,
  );
  awaitFirstPicture();
  let isMounted = true;
  const showBaseMap = async (): Promise<void> => {
    await firstPicture;
    if (!isMounted) return;
    stops.push(
      baseMap.follow((base, paint) =>
        batch(() => {
          store.setBaseMap(base);
          groundPainter.value = paint;
        }),
      ),
    );
    if (!(await whileBusy(baseMap.whole()))) page.alert.value = readingMessagesOf(en).baseMap;
  };
  void showBaseMap();
  return {
    store,
    unmount: () => {
      isMounted = false;
      for (const stop of stops) stop();
      render(null, root);
    },
  };
}

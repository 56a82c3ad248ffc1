import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Columns } from '../../../core/model/dataset.ts';
import type { EventNumber } from '../../../core/model/event.ts';
import { afterLayout } from '../../platform/after-layout.ts';
import { frame } from '../../platform/frame.ts';
import { anchorIn, averageIn, cardIn, focusedRow, setSpace, type Anchor } from './cards-on-page.ts';
import type { ListOrder } from './order.ts';
import { shownOf, type Shown } from './shown.ts';
import { scrollerOf, viewportOf } from './viewport.ts';
import { holds, positionAt, sliceAt, spaceAround, suffices, type Extent, type Slice, type Space } from './virtual.ts';

/** A list on the page, and how it is moved. */
export interface ScrolledSlice {
  readonly shown: ReadonlySignal<Shown>;
  /** Brings an entry onto the page, and into view if it was not on it; one that the list does not hold as soon as it does. */
  readonly reveal: (row: EventNumber | undefined) => void;
}

/** How the anchor is brought to its place: by the space above the slice, by scrolling, or by the one measured anew and the other. */
type Settling = 'space' | 'new space' | 'scroll';

/** Height of a card of two lines, in pixels: what is taken for the average until cards have been measured. */
const FIRST_ENTRY = 72;
/** Height of a window that no one has measured. */
const FIRST_VIEWPORT = 800;
/** Lists of up to so many entries follow a change at once, longer ones when the frame has time and nobody is in the midst of a movement. */
const AT_ONCE = 500;
/** Milliseconds without a change after which a movement is over. */
const STILL_MS = 80;
/** But while it goes on a list follows as often as it can be read at all: in milliseconds. */
const GLANCE_MS = 250;
/** How far below the upper edge an entry comes to stand that was not on the page, in pixels: below the heading. */
const REVEALED_AT = 96;
/** How many looks at the list its average height of an entry is taken from. */
const MOST_MEASURED = 8;
/** Milliseconds without scrolling after which the scrollbar is put right. */
const REST_MS = 180;

/**
 * Keeps on the page what is seen of a list and a little more, whatever its length, while it is scrolled and while it changes.
 * Entries on the page are elements within `root` that have their row in `data-row`; the one that is open has `data-open`.
 * `order` gives the list, `source` the events that its rows are of: with another source the list begins anew at its head.
 */
export function useSlice(root: RefObject<HTMLElement | null>, order: ReadonlySignal<ListOrder>, source: ReadonlySignal<Columns>): ScrolledSlice {
  const key = useRef({}).current;
  const place = useRef<Anchor>(undefined);
  /** Set while what is shown does not yet stand on the page. */
  const settling = useRef<Settling | undefined>('scroll');
  const before = useRef(0);
  const entry = useRef(FIRST_ENTRY);
  const viewport = useRef(FIRST_VIEWPORT);
  const columns = useRef(source.peek());
  /** An entry to reveal that the list does not hold yet. */
  const sought = useRef<EventNumber>(undefined);
  const measured = useRef(0);
  /** When a long list last changed, and when it last followed. */
  const changedAt = useRef(0);
  const followedAt = useRef(0);
  const scrolledTo = useRef<number>(undefined);
  const extentOf = (length: number): Extent => ({ length, entry: entry.current, viewport: viewport.current });
  const shown = useMemo(() => {
    const extent = extentOf(order.peek().length);
    return signal(shownOf(order.peek(), sliceAt(extent, 0), undefined, extent));
  }, []);

  const show = (list: ListOrder, slice: Slice, how: Settling): void => {
    settling.current = how;
    shown.value = shownOf(list, slice, focusedRow(root.current), extentOf(list.length));
  };
  const showAround = (anchor: Anchor | undefined, how: Settling): void => {
    const list = order.peek();
    const extent = extentOf(list.length);
    if (anchor === undefined || list.length === 0) {
      place.current = undefined;
      show(list, sliceAt(extent, 0), how);
      return;
    }
    const position = Math.min(list.positionOf(anchor.row), list.length - 1);
    place.current = { row: list.rowAt(position), at: anchor.at };
    show(list, sliceAt(extent, position - Math.max(Math.ceil(anchor.at / extent.entry), 0)), how);
  };
  const refresh = (): void => {
    const awaited = sought.current;
    const isHere = awaited !== undefined && order.peek().holds(awaited);
    if (isHere) sought.current = undefined;
    showAround(isHere ? { row: awaited, at: REVEALED_AT } : place.current, 'scroll');
  };
  const refreshInTime = (): boolean => {
    const now = performance.now();
    if (now - changedAt.current < STILL_MS && now - followedAt.current < GLANCE_MS) return true;
    followedAt.current = now;
    refresh();
    return false;
  };
  const follow = (): void => {
    const list = order.peek();
    const seen = root.current === null ? undefined : viewportOf(root.current, scrollerOf(root.current));
    if (seen === undefined || seen.height === 0 || settling.current !== undefined || shown.peek().length !== list.length) return;
    viewport.current = seen.height;
    const extent = extentOf(list.length);
    const anchor = seen.top <= 0 ? undefined : (anchorIn(root.current, seen.edge, seen.height) ?? 'beyond');
    if (anchor === 'beyond') {
      const position = positionAt(extent, seen.top);
      if (list.length > 0 && !holds(shown.peek(), position)) showAround({ row: list.rowAt(position), at: 0 }, 'new space');
      return;
    }
    place.current = anchor;
    const position = anchor === undefined ? 0 : list.positionOf(anchor.row) - Math.max(Math.floor(anchor.at / extent.entry), 0);
    if (!suffices(shown.peek(), extent, Math.max(position, 0))) showAround(anchor, 'space');
  };
  /** The average settles with every look at the list, so that the scrollbar does. */
  const measure = (): void => {
    const average = root.current === null ? undefined : averageIn(root.current, before.current);
    if (average === undefined) return;
    measured.current = Math.min(measured.current + 1, MOST_MEASURED);
    entry.current += (average - entry.current) / measured.current;
  };
  /** Leaves room for what is not on the page, and brings the anchor to its place when the page is laid out. Returns what calls that off. */
  const settle = (how: Settling): (() => void) => {
    const element = root.current;
    if (element === null) return () => undefined;
    settling.current = how;
    const extent = extentOf(shown.peek().length);
    const space = spaceAround(extent, shown.peek());
    before.current = how === 'space' && space.before > 0 ? before.current : space.before;
    setSpace(element, before.current, space.after);
    return afterLayout(() => {
      settling.current = undefined;
      holdAnchor(element, how, space);
    });
  };
  const holdAnchor = (element: HTMLElement, how: Settling, space: Space): void => {
    const anchor = place.current;
    const card = anchor === undefined ? undefined : cardIn(element, anchor.row);
    if (anchor === undefined || card === undefined) return;
    const scroller = scrollerOf(element);
    const { edge, height } = viewportOf(element, scroller);
    if (height === 0) return;
    const excess = card.getBoundingClientRect().top - edge - anchor.at;
    if (Math.abs(excess) < 0.5) return;
    if (how === 'scroll' || space.before === 0 || before.current < excess) {
      scroller.scrollTop += excess;
      scrolledTo.current = scroller.scrollTop;
    } else {
      before.current -= excess;
      setSpace(element, before.current, space.after);
    }
  };

  const reveal = (row: EventNumber | undefined): void => {
    const list = order.peek();
    sought.current = row !== undefined && list.holds(row) ? undefined : row;
    if (row === undefined || sought.current !== undefined) return;
    const { pieces, apart, length } = shown.peek();
    const isThere = length === list.length && pieces.some(({ rows }) => rows.includes(row)) && !apart.has(row);
    if (!isThere) showAround({ row, at: REVEALED_AT }, 'scroll');
  };

  // Before anything is rendered: cards of other events than the store holds must not be.
  useEffect(() => effect(() => {
    const { length } = order.value;
    const isOther = columns.current !== source.value;
    if (isOther) {
      columns.current = source.value;
      place.current = undefined;
      if (root.current !== null) scrollerOf(root.current).scrollTop = 0;
    }
    if (isOther || length <= AT_ONCE) {
      frame.drop(key);
      refresh();
    } else {
      changedAt.current = performance.now();
      frame.later(key, refreshInTime);
    }
  }), []);
  const now = shown.value;
  useLayoutEffect(() => settle(settling.current ?? 'scroll'), [now]);
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const { ownerDocument: page } = element;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onRest = (): void => {
      measure();
      follow();
      if (settling.current === undefined) settle('scroll');
    };
    const onScroll = ({ target }: Event): void => {
      if (!(target instanceof Node) || !target.contains(element)) return;
      frame.act(key, follow);
      // What the list has scrolled by itself is no reason to put the scrollbar right again.
      if (scrollerOf(element).scrollTop === scrolledTo.current) return;
      clearTimeout(rest);
      rest = setTimeout(() => frame.act(key, onRest), REST_MS);
    };
    const watcher = new ResizeObserver(() => frame.act(key, measured.current === 0 ? onRest : follow));
    watcher.observe(element);
    page.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      clearTimeout(rest);
      frame.drop(key);
      watcher.disconnect();
      page.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, []);

  return { shown, reveal };
}

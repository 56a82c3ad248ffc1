import { effect } from '@preact/signals';
import { fromSearch, toSearch } from '../../core/view/url.ts';
import type { ViewState } from '../../core/view/view-state.ts';
import { busy } from '../platform/busy.ts';
import type { Address } from '../platform/address.ts';
import type { Store } from '../store/store.ts';
import type { Desk } from './desk.ts';

/** What is on the page, as links call it. */
export type Shown = Pick<Desk, 'story' | 'arrivals' | 'openStory' | 'stay'>;

/** How long the view rests before it is written: browsers refuse to have the address changed more than a few times a second. */
export const REST_MS = 250;

/** Keeps the address and the view alike, both ways: the view is written when it rests, and an address gone back to is shown. Returns the end of it. */
export function followAddress(store: Store, desk: Shown, address: Address): () => void {
  let pending: { readonly timer: ReturnType<typeof setTimeout>; readonly done: () => void } | undefined;
  let written = address.read();
  let arrivals = desk.arrivals.peek();

  const drop = (): void => {
    clearTimeout(pending?.timer);
    pending?.done();
    pending = undefined;
  };
  const current = (): string => toSearch({ view: store.view.peek(), story: desk.story.peek() });
  const write = (): void => {
    drop();
    const text = current();
    if (text === written) return;
    // Another story is a step that one can go back from; a moved map is not, nor another name of the same story.
    if (desk.arrivals.peek() === arrivals) address.replace(text);
    else address.push(text);
    written = text;
    arrivals = desk.arrivals.peek();
  };

  let underWay = 0;
  /** Opens the story of an address that was gone back to: no step further. */
  const goTo = async ({ story, view }: ReturnType<typeof fromSearch>): Promise<void> => {
    underWay += 1;
    await desk.openStory(story, view).finally(() => {
      underWay -= 1;
    });
    arrivals = desk.arrivals.peek();
  };

  let seen: ViewState | undefined;
  const unfollow = effect(() => {
    const view = store.view.value;
    void desk.story.value;
    const isWritten = seen === undefined ? current() === written : view !== seen && isSameBut('hovered', view, seen);
    seen = view;
    if (isWritten) return;
    // Every change begins the rest anew, so that nothing is written in the middle of a drag.
    clearTimeout(pending?.timer);
    pending = { timer: setTimeout(write, REST_MS), done: pending?.done ?? busy() };
  });

  const stop = address.onChange(() => {
    const text = address.read();
    if (text === written) return;
    drop();
    written = text;
    const link = fromSearch(text);
    if (link.story === desk.story.peek()) {
      // Gone on from another story before it came.
      if (underWay > 0) desk.stay();
      store.dispatch({ kind: 'replace', view: link.view });
    } else {
      void goTo(link);
    }
  });
  return () => {
    unfollow();
    stop();
    drop();
  };
}

/** Whether two views differ in nothing but one member. */
const isSameBut = (member: keyof ViewState, a: ViewState, b: ViewState): boolean =>
  (Object.keys(a) as (keyof ViewState)[]).every((key) => key === member || a[key] === b[key]);

import { computed, effect } from '@preact/signals';
import { fromSearch, toSearch } from '../../core/view/url.ts';
import type { Theme } from '../../core/view/view-state.ts';
import { heightFor } from '../embed/height.ts';
import type { HostLine } from '../embed/talk-to-host.ts';
import type { Store } from '../store/store.ts';
import { firstView } from './first-view.ts';
import { localeOf } from './locale.ts';
import { mountStory, type MountedStory, type MountOptions } from './mount-story.tsx';

/**
 * Shows a story as the page around it asks for, and tells that page of the height that suits and of what is selected. Whenever it asks for
 * something else, the same story is shown otherwise; what it does not ask for is as `shown` has it.
 */
export function showHosted(root: HTMLElement, host: HostLine, shown: Omit<MountOptions, 'address'>): void {
  let mounted: MountedStory | undefined;
  let unfollow: (() => void) | undefined;
  let locale: string | undefined;
  const show = (): void => {
    const { start, theme = shown.theme, language = shown.locale } = host.options();
    host.show(themed(firstView(host.address.read(), start, shown.opened.dataset), theme));
    const asked = localeOf(language);
    // The story follows the address: only other forms of dates have it put up anew.
    if (asked === locale) return;
    locale = asked;
    unfollow?.();
    mounted?.unmount();
    mounted = mountStory(root, { ...shown, theme, locale, address: host.address });
    unfollow = followSelection(host, mounted.store);
  };
  show();
  host.onAsked(show);
  new ResizeObserver(() => host.setHeight(heightFor(root.clientWidth))).observe(root);
}

/** The same view in these colours, unless it has some of its own. */
function themed(text: string, theme: Theme): string {
  const { view } = fromSearch(text);
  return theme === 'auto' || view.theme !== 'auto' ? text : toSearch({ view: { ...view, theme }, story: undefined });
}

function followSelection(host: HostLine, store: Store): () => void {
  const selected = computed(() => store.view.value.selected);
  let isFirst = true;
  return effect(() => {
    const { value: id } = selected;
    if (!isFirst) host.select(id);
    isFirst = false;
  });
}

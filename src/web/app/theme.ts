import { effect, type ReadonlySignal } from '@preact/signals';
import { DARK, LIGHT, type Palette } from '../../core/scene/palette.ts';
import type { Theme } from '../../core/view/view-state.ts';
import type { Store } from '../store/store.ts';

/** The colours of a theme; `auto` follows the system. */
export function paletteOf(theme: Theme, systemIsDark: boolean): Palette {
  return theme === 'dark' || (theme === 'auto' && systemIsDark) ? DARK : LIGHT;
}

/** Keeps the palette of the store's world, and with it every picture and the page's style, in the theme of the view. Returns the end of it. */
export function followTheme(store: Store, systemIsDark: ReadonlySignal<boolean>, root: HTMLElement): () => void {
  return effect(() => {
    const palette = paletteOf(store.view.value.theme, systemIsDark.value);
    const world = store.world.peek();
    if (world.palette !== palette) store.setWorld({ ...world, palette });
    applyPalette(root, palette);
  });
}

/** Writes a palette as custom properties of an element: `--ink`, `--focus-land`, `--category-0` … */
export function applyPalette(root: HTMLElement, { theme, categories, ...colours }: Palette): void {
  root.dataset['theme'] = theme;
  root.style.setProperty('color-scheme', theme);
  for (const [name, colour] of Object.entries(colours)) root.style.setProperty(propertyOf(name), colour);
  categories.forEach((colour, position) => root.style.setProperty(`--category-${position}`, colour));
}

const propertyOf = (name: string): string => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

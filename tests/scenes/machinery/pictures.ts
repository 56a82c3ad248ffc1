/// <reference types="vite/client" />
import type { Scene } from '../../../src/core/scene/scene.ts';
import { world } from '../../support/world.ts';
import { type Picture, type Theme, THEMES } from './picture.ts';

const files = import.meta.glob<{ readonly picture: Picture } | { readonly pictures: readonly Picture[] }>('../*.ts', { eager: true });

/** One picture in one theme. */
export interface Case {
  /** Picture and theme: `symbols-dark`. */
  readonly name: string;
  readonly picture: string;
  readonly theme: Theme;
  readonly scene: () => Scene;
}

/** All pictures of the folder in their themes, by name. */
export const CASES: readonly Case[] = Object.values(files)
  .flatMap((file) => ('picture' in file ? [file.picture] : file.pictures))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .flatMap(({ name, scene, themes = THEMES }) =>
    themes.map((theme) => ({ name: `${name}-${theme}`, picture: name, theme, scene: () => scene(world({ theme })) })),
  );

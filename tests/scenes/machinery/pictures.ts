/// <reference types="vite/client" />
import type { Scene } from '../../../src/core/scene/scene.ts';
import { world } from '../../support/world.ts';
import { type Picture, type Theme, THEMES } from './picture.ts';

const files = import.meta.glob<{ readonly picture: Picture }>('../*.ts', { eager: true });

/** One picture in one theme. */
export interface Case {
  /** Picture and theme: `symbols-dark`. */
  readonly name: string;
  readonly picture: string;
  readonly theme: Theme;
  readonly scene: () => Scene;
}

/** All pictures of the folder in both themes, by name. */
export const CASES: readonly Case[] = Object.values(files)
  .map(({ picture }) => picture)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .flatMap(({ name, scene }) =>
    THEMES.map((theme) => ({ name: `${name}-${theme}`, picture: name, theme, scene: () => scene(world({ theme })) })),
  );

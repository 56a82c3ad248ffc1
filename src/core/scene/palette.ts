import type { Colour } from './scene.ts';

/** The colours of one theme; the same in the page's style and in every picture. Source: the design's colour table. */
export interface Palette {
  readonly theme: 'light' | 'dark';
  readonly paper: Colour;
  readonly panel: Colour;
  readonly ink: Colour;
  readonly second: Colour;
  readonly third: Colour;
  readonly line: Colour;
  readonly chip: Colour;
  readonly sea: Colour;
  readonly land: Colour;
  readonly focusLand: Colour;
  readonly border: Colour;
  readonly water: Colour;
  /** Eight categories, told apart under any common colour blindness; an event without one takes `second`. */
  readonly categories: readonly Colour[];
}

export const LIGHT: Palette = {
  theme: 'light',
  paper: '#FAF8F4',
  panel: '#FFFFFF',
  ink: '#16202A',
  second: '#51606E',
  third: '#5C6873',
  line: '#E5E0D7',
  chip: '#F2EEE6',
  sea: '#DFE8EB',
  land: '#F6F3EC',
  focusLand: '#FDFBF6',
  border: '#CFC8BA',
  water: '#5E7F90',
  categories: ['#0069B4', '#CF4A0C', '#B4458B', '#00805C', '#8A6A00', '#6B55C9', '#8C3B3B', '#3D6B7A'],
};

export const DARK: Palette = {
  theme: 'dark',
  paper: '#14181C',
  panel: '#1A1F24',
  ink: '#E9E6E0',
  second: '#A7B0B8',
  third: '#8B97A1',
  line: '#2B3238',
  chip: '#232A30',
  sea: '#11161A',
  land: '#20262B',
  focusLand: '#2A3138',
  border: '#39424A',
  water: '#6F8A99',
  categories: ['#5BA8E0', '#F0793B', '#E08FBE', '#43C59E', '#D6B13F', '#A896F0', '#D98A85', '#86B4C4'],
};

/** The position of the category of an event that has none, as the model's columns have it. */
const NONE = 255;

/** The colour of the category at a position of the story's list; `second` for none. Colours repeat after eight, shapes and names do not depend on them. */
export function categoryColour(palette: Palette, category: number): Colour {
  return category === NONE ? palette.second : (palette.categories[category % palette.categories.length] ?? palette.second);
}

import type { Book, Figure } from './machine/book.ts';
import { written } from './machine/book.ts';
import { PAGE, PARTS, PEERS } from './peers.ts';

/** A line of the table: what is to be reached, and how to tell from the figures. */
export interface Goal {
  readonly group: string;
  readonly text: string;
  /** What was measured, and whether that is enough; `undefined` when the figures are not there. */
  readonly judge: (book: Pick<Book, 'find'>) => { readonly measured: string; readonly isMet: boolean } | undefined;
  /** Said when the goal is missed. */
  readonly why?: string;
}

/** Which figure: of what, by whom, at how many events, and which of its numbers. */
type Term = readonly [what: string, who: string, size: number, stat?: 'value' | 'p95' | 'most' | 'median'];

const K = 1000;
const M = 1_000_000;
const SIZES = [K, 10 * K, 100 * K, M] as const;

const sizeText = (size: number): string => (size >= M ? `${size / M}M` : `${size / K}k`);
const nameOf = (who: string): string => PEERS.find(({ id }) => id === who)?.name ?? who;
const numberOf = (book: Pick<Book, 'find'>, [what, who, size, stat = 'value']: Term): number | undefined => {
  const figure: Figure | undefined = book.find(what, who, size);
  return figure === undefined || Number.isNaN(figure[stat]) ? undefined : figure[stat];
};
const shareText = (share: number): string => (share < 1 ? `1/${Math.round(1 / share)}` : `${share}×`);

/** Ours at most a share of theirs. */
function ratio(group: string, ours: Term, theirs: Term, share: number, why?: string): Goal {
  const of = theirs[1] === ours[1] ? `${theirs[0] === ours[0] ? '' : `${theirs[0]} `}at ${sizeText(theirs[2])}` : `${nameOf(theirs[1])}${theirs[2] === ours[2] ? '' : ` at ${sizeText(theirs[2])}`}`;
  return {
    group,
    text: `${sizeText(ours[2])}: at most ${shareText(share)} of ${of}`,
    judge: (book) => {
      const [a, b] = [numberOf(book, ours), numberOf(book, theirs)];
      if (a === undefined || b === undefined) return undefined;
      return { measured: `${written(a)} to ${written(b)}: ${a < b ? `1/${written(b / a)}` : `${written(a / b)}×`}`, isMet: a <= share * b };
    },
    ...(why === undefined ? {} : { why }),
  };
}

/** Ours at most a number, at one size or at the worst of several. */
function limit(group: string, text: string, terms: readonly Term[], atMost: number, unit = 'ms', why?: string): Goal {
  return {
    group,
    text: `${text} ≤ ${atMost.toLocaleString('en')} ${unit}`,
    judge: (book) => {
      const numbers = terms.flatMap((term) => numberOf(book, term) ?? []);
      if (numbers.length < terms.length) return undefined;
      const most = Math.max(...numbers);
      return { measured: `${written(most)} ${unit}`, isMet: most <= atMost };
    },
    ...(why === undefined ? {} : { why }),
  };
}

/** One of our own figures as a share of another, at one size. */
function proportion(group: string, text: string, above: Term, below: Term, atMost: number, why?: string): Goal {
  return {
    group,
    text: `${text} ≤ ${atMost < 0.5 ? shareText(atMost) : `${atMost}×`}`,
    judge: (book) => {
      const [a, b] = [numberOf(book, above), numberOf(book, below)];
      if (a === undefined || b === undefined || b === 0) return undefined;
      return { measured: `${written(a)} to ${written(b)}: ${written(a / b)}×`, isMet: a <= atMost * b };
    },
    ...(why === undefined ? {} : { why }),
  };
}

const everywhere = (what: string, who: string, stat: Term[3] = 'value'): readonly Term[] => SIZES.map((size) => [what, who, size, stat] as const);

const LOAD = 'rows in memory → first full paint';
const PAN = 'pan step, all in view';
const ZOOM = 'zoom step';
const BRUSH = 'time brush dragged, all views follow';
const FILTER = 'filter';
const MAP = 'map pan and zoom gesture';
const MEMORY = 'memory';

/** Why goals are missed, as far as profiles tell. */
const WHY = {
  picture: 'a first picture costs the same at any size: it is a whole page with chips, list, timeline and the names of a base map, of which the others draw a map alone; the land itself is painted in the worker',
  task: 'the first layout of the timeline, with its painting and the letters it needs, is one task',
  bar: 'about half are the frames of the bar that tells how far an opening is, the rest is the first picture',
  browser: 'most of it is the browser’s own and the same at any size: it hands over the canvases of map and timeline as pictures of memory, without a graphics processor',
  growth: 'not traced to its cause: the timeline alone hardly grows, and another run of the same day measured no growth of the page either',
  zoom: 'a zoom counts columns and packs rows anew where a pan keeps them',
  passage: 'where columns pass into signs both are laid out',
  twice: 'map and timeline are laid out and painted at once and again when the counts have come to rest',
  toggle: 'every fifth row turns, and each thing counted follows row by row',
  notch: 'a notch of the wheel is some sixteen frames that move the picture, and signs and names laid out and painted once at rest, where the other draws circles once on an empty ground; the land is painted in the worker',
  frame: 'every frame hands over the picture of the land as well as that of the signs, and the other has no land',
  script: 'a third of it lays out timeline and map, which do the same for a dozen events as for a million; the widths of type and the framework are an eighth',
} as const;

/** Everything that is to be reached. None is ever left out of the table. */
export const GOALS: readonly Goal[] = [
  ratio(LOAD, ['load', PAGE, 10 * K], ['load', 'vis-flat', 10 * K], 1 / 12, WHY.picture),
  ratio(LOAD, ['load', PAGE, 100 * K], ['load', 'd3-svg', 100 * K], 1 / 4),
  ratio(LOAD, ['load', PAGE, 100 * K], ['load', 'leaflet', 100 * K], 1 / 3, WHY.picture),
  ratio(LOAD, ['load', PAGE, M], ['load', 'leaflet', M], 1 / 4),
  limit(LOAD, 'longest task of the main thread, at any size', everywhere('longest task', PAGE), 50, 'ms', WHY.task),
  limit(LOAD, 'all tasks of the main thread, at any size', everywhere('load', PAGE), 200, 'ms', WHY.bar),
  proportion(LOAD, 'growth from 10k to 100k, worker and all', ['all threads', PAGE, 100 * K], ['all threads', PAGE, 10 * K], 10),
  proportion(LOAD, 'growth from 100k to 1M, worker and all', ['all threads', PAGE, M], ['all threads', PAGE, 100 * K], 10),

  ratio(PAN, ['pan', PARTS, K], ['pan', 'vis', K], 1 / 4),
  ratio(PAN, ['pan', PARTS, 10 * K], ['pan', 'vis', 10 * K], 1 / 100),
  ratio(PAN, ['pan', PARTS, 10 * K], ['pan', 'd3-svg', 10 * K], 1 / 8),
  ratio(PAN, ['pan', PARTS, 100 * K], ['pan', 'limit-rects', 100 * K], 1 / 5),
  ratio(PAN, ['pan', PARTS, 100 * K], ['pan', 'd3-canvas', 100 * K], 1 / 20),
  limit(PAN, '1M: timeline alone', [['pan', PARTS, M]], 8),
  limit(PAN, '1M: whole page with list and counts', [['pan', PAGE, M]], 12, 'ms', WHY.browser),
  proportion(PAN, 'timeline alone, 1M to 10k', ['pan', PARTS, M], ['pan', PARTS, 10 * K], 1.6),
  proportion(PAN, 'whole page, 1M to 10k', ['pan', PAGE, M], ['pan', PAGE, 10 * K], 1.6, WHY.growth),

  ...SIZES.map((size) => proportion(ZOOM, `${sizeText(size)}: to our own pan step`, ['zoom', PARTS, size], ['pan', PARTS, size], 1.2, WHY.zoom)),
  ...SIZES.map((size) => proportion(ZOOM, `${sizeText(size)}: slowest step to the median`, ['zoom', PARTS, size, 'most'], ['zoom', PARTS, size, 'median'], 2, WHY.passage)),

  ratio(BRUSH, ['brush', PAGE, 100 * K], ['brush', 'leaflet', 100 * K], 1 / 15, WHY.browser),
  ratio(BRUSH, ['brush', PAGE, 100 * K], ['brush', 'markercluster', 100 * K], 1 / 50, WHY.browser),
  limit(BRUSH, '1M: 95 of 100 steps', [['brush', PAGE, M, 'p95']], 15, 'ms', WHY.browser),
  limit(BRUSH, '1M: computing of a move by a hundredth', [['time move', PARTS, M]], 1),

  ratio(FILTER, ['filter', PAGE, M], ['filter', 'vis', K], 1 / 10, WHY.twice),
  proportion(FILTER, '1M: a category toggle to a full scan', ['category toggle', PARTS, M], ['full scan', PARTS, M], 1 / 3, WHY.toggle),

  ratio(MAP, ['map pan', PAGE, 100 * K], ['map pan', 'leaflet', 100 * K], 1 / 2, WHY.frame),
  ratio(MAP, ['map zoom', PAGE, 100 * K], ['map zoom', 'leaflet', 100 * K], 1 / 4, WHY.notch),
  ratio(MAP, ['map pan', PAGE, M], ['map pan', 'leaflet', M], 1 / 10, WHY.frame),
  ratio(MAP, ['map zoom', PAGE, M], ['map zoom', 'leaflet', M], 1 / 30, WHY.notch),
  proportion(MAP, 'pan, 1M to 10k', ['map pan', PAGE, M], ['map pan', PAGE, 10 * K], 1.6),
  proportion(MAP, 'zoom, 1M to 10k', ['map zoom', PAGE, M], ['map zoom', PAGE, 10 * K], 1.6),

  limit('hover and click', '1M: finding what is under the pointer', [['hit test', PARTS, M]], 0.5),
  limit('labels', 'the whole layout of a frame with labels, at any size', everywhere('labels', PARTS), 3),

  limit(MEMORY, '1M: columns, without what finds rows in them', [['column bytes', PARTS, M]], 50, 'bytes a row'),
  limit(MEMORY, 'growth of the JS heap, at any size', everywhere('heap growth', PAGE), 20, 'MB'),
  proportion(MEMORY, '1M: columns, what finds rows in them, and text to parsed objects', ['all bytes', PARTS, M], ['object bytes', PARTS, M], 0.85),
  limit(MEMORY, 'DOM elements, at any size', everywhere('elements', PAGE), 600, 'elements'),
  limit(MEMORY, '1M: heap still held after another story is opened', [['heap kept', PAGE, M]], 10, 'MB'),
  limit(MEMORY, '1M: buffers still held after another story is opened', [['buffers kept', PAGE, M]], 10, 'MB'),

  limit('page weight', 'script to the first paint of the first story, gzip', [['script', PAGE, 0]], 110, 'kB', WHY.script),
];

import { figureMessagesOf } from '../i18n/figure-messages.ts';
import { truncate, wrap } from '../scene/fit-text.ts';
import type { Mark } from '../scene/scene.ts';
import { layoutLines, type TextStyle } from './figure-text.ts';
import type { World } from './world.ts';

/** A source in words with its dates, and its address where it has one beside its name. */
export interface ListedSource {
  readonly text: string;
  readonly address: string | undefined;
}

const LEAST_COLUMN = 250;
const COLUMN_GAP = 28;
const ENTRY_GAP = 4;
const LEADING = 16;
/** So many sources are listed; more are counted. */
const MOST_LISTED = 24;

/** A list of sources in columns, read downwards: marks from (0, 0), and their height in pixels. Nothing where there are none. */
export function layoutSources(sources: readonly ListedSource[], width: number, world: World): { readonly marks: readonly Mark[]; readonly height: number } {
  if (sources.length === 0) return { marks: [], height: 0 };
  const { palette, messages, formats } = world;
  const figure = figureMessagesOf(messages);
  const text: TextStyle = { font: { family: 'sans', size: 11.5, weight: 400 }, leading: LEADING, fill: palette.second };
  const head: TextStyle = { ...text, font: { ...text.font, weight: 600 }, fill: palette.ink };
  const address: TextStyle = { ...text, fill: palette.third };
  const count = Math.min(sources.length, Math.max(1, Math.floor((width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP))));
  const column = (width - (count - 1) * COLUMN_GAP) / count;
  const left = sources.length - MOST_LISTED;
  const entries = sources.slice(0, MOST_LISTED).map((source) => ({
    lines: wrap(source.text, text.font, column),
    address: source.address === undefined ? [] : [truncate(shortAddress(source.address), text.font, column)],
  }));
  const all = left > 0 ? [...entries, { lines: [figure.moreSources(left, formats.number(left))], address: [] }] : entries;
  const perColumn = Math.ceil(all.length / count);
  let height = 0;
  const marks = all.flatMap((_, position): readonly Mark[] => {
    if (position % perColumn !== 0) return [];
    const x = (position / perColumn) * (column + COLUMN_GAP);
    let y = LEADING + ENTRY_GAP;
    const set = all.slice(position, position + perColumn).flatMap((entry) => {
      const placed = [
        ...layoutLines(entry.lines, text, { x, y, role: 'source' }),
        ...layoutLines(entry.address, address, { x, y: y + entry.lines.length * LEADING, role: 'address' }),
      ];
      y += (entry.lines.length + entry.address.length) * LEADING + ENTRY_GAP;
      return placed;
    });
    height = Math.max(height, y - ENTRY_GAP);
    return set;
  });
  return { marks: [...layoutLines([figure.sourcesHead], head, { x: 0, y: 0, role: 'source-head' }), ...marks], height };
}

/** An address as it is printed: without what every address begins or ends with. */
const shortAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');

import type { Layout } from '../format.ts';
import { acled } from './acled.ts';
import { bellingcat } from './bellingcat.ts';
import { datelineSheet } from './dateline-sheet.ts';
import { gdelt } from './gdelt.ts';
import { timelinejsOldSheet, timelinejsSheet } from './timelinejs.ts';
import { timemapSheet } from './timemap.ts';
import { timemapperSheet } from './timemapper.ts';
import { timesketch } from './timesketch.ts';
import { ucdp } from './ucdp.ts';
import { wikidata } from './wikidata.ts';

/** Every kind of table that is known by its columns; those of the remaining tables are guessed one by one. */
const LAYOUTS: readonly Layout[] = [
  acled,
  bellingcat,
  datelineSheet,
  gdelt,
  timelinejsOldSheet,
  timelinejsSheet,
  timemapSheet,
  timemapperSheet,
  timesketch,
  ucdp,
  wikidata,
];

/** How sure a layout has to be. */
const SURE = 0.6;

/** The layout that the first rows of a table are surest of; `undefined` when none is sure. */
export function layoutOf(header: readonly string[], rows: readonly (readonly string[])[]): Layout | undefined {
  let surest: { readonly layout: Layout; readonly certainty: number } | undefined;
  for (const layout of LAYOUTS) {
    const certainty = layout.looksLike(header, rows);
    if (certainty >= SURE && certainty > (surest?.certainty ?? 0)) surest = { layout, certainty };
  }
  return surest?.layout;
}

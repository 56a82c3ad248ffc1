import { csv } from './csv.ts';
import type { ImportFormat } from './format.ts';
import { geojson } from './geojson.ts';
import { georss } from './georss.ts';
import { gpx } from './gpx.ts';
import { ics } from './ics.ts';
import { json } from './json.ts';
import { jsonLines } from './json-lines.ts';
import { kml } from './kml.ts';
import { markwhen } from './markwhen.ts';
import { simileJson } from './simile-json.ts';
import { simileXml } from './simile-xml.ts';
import { storymapjs } from './storymapjs.ts';
import { timelinejs } from './timelinejs.ts';
import { timemap } from './timemap.ts';
import { timemapjs } from './timemapjs.ts';
import { timemapper } from './timemapper.ts';
import { vis } from './vis.ts';
import { xlsx } from './xlsx.ts';

/** Every format that foreign files are read from. */
export const IMPORTS: readonly ImportFormat[] = [
  csv,
  geojson,
  georss,
  gpx,
  ics,
  json,
  jsonLines,
  kml,
  markwhen,
  simileJson,
  simileXml,
  storymapjs,
  timelinejs,
  timemap,
  timemapjs,
  timemapper,
  vis,
  xlsx,
];

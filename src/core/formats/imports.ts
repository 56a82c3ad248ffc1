import { csv } from './csv.ts';
import type { ImportFormat } from './format.ts';
import { georss } from './georss.ts';
import { gpx } from './gpx.ts';
import { kml } from './kml.ts';
import { simileXml } from './simile-xml.ts';
import { xlsx } from './xlsx.ts';

/** Every format that foreign files are read from. */
export const IMPORTS: readonly ImportFormat[] = [
  csv,
  georss,
  gpx,
  kml,
  simileXml,
  xlsx,
];

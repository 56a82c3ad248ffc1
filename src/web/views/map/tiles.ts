import type { TileLayer } from 'leaflet';
import { tileLayer } from 'leaflet/src/layer/tile/TileLayer.js';

/** The standard tiles of OpenStreetMap, asked for only while a person has them turned on. Usage policy: operations.osmfoundation.org. */
export const onlineTiles = (): TileLayer => tileLayer('https://tile.openstreetmap.org/{z}/{x}/{y}.png', { maxZoom: 19, crossOrigin: true });

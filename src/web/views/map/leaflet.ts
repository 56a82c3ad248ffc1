/*
 * What of Leaflet is on the page: the map's camera, its gestures, and how an element is moved. Its modules are named one by one, because
 * its bundle comes with markers, vectors, popups and controls whether they are used or not. Handlers, and what a map knows of layers, add
 * themselves to it when imported.
 */
import 'leaflet/src/layer/Layer.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';

export * as DomUtil from 'leaflet/src/dom/DomUtil.js';
export { createMap } from 'leaflet/src/map/Map.js';

/** A way of drawing that Dateline is measured beside: what its page loads, what it can do, and how far it is tried. */
export interface Peer {
  readonly id: string;
  readonly name: string;
  /** Under `node_modules` of the bench. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** The module under `pages/peers`. */
  readonly module: string;
  readonly query?: string;
  readonly steps: readonly ('pan' | 'filter' | 'brush')[];
  /** Whether it is a map that real drags and wheels are tried on. */
  readonly isMap?: boolean;
  /** Sizes at which it is tried; beyond the last it is known not to load in a minute, or its goals speak of no more. */
  readonly sizes: readonly number[];
}

/** The names under which Dateline stands among the figures: the whole page, and parts of it by themselves. */
export const PAGE = 'dateline page';
export const PARTS = 'dateline parts';

const VIS = {
  scripts: ['vis-timeline/standalone/umd/vis-timeline-graph2d.min.js'],
  styles: ['vis-timeline/styles/vis-timeline-graph2d.min.css'],
  module: 'vis.js',
} as const;
const D3 = { scripts: ['d3/dist/d3.min.js'], styles: [] } as const;
const ALL = [1000, 10_000, 100_000, 1_000_000] as const;

export const PEERS: readonly Peer[] = [
  { id: 'vis', name: 'vis-timeline', ...VIS, steps: ['pan', 'filter'], sizes: [1000, 10_000] },
  { id: 'vis-flat', name: 'vis-timeline, stack off', ...VIS, query: 'stack=off', steps: ['pan'], sizes: [1000, 10_000, 100_000] },
  {
    id: 'timelinejs',
    name: 'TimelineJS',
    scripts: ['@knight-lab/timelinejs/dist/js/timeline.js'],
    styles: ['@knight-lab/timelinejs/dist/css/timeline.css'],
    module: 'timelinejs.js',
    steps: ['pan'],
    sizes: [1000, 10_000],
  },
  { id: 'd3-svg', name: 'd3 + SVG', ...D3, module: 'd3-svg.js', steps: ['pan'], sizes: ALL },
  { id: 'd3-canvas', name: 'd3 + canvas', ...D3, module: 'd3-canvas.js', steps: ['pan'], sizes: ALL },
  { id: 'leaflet', name: 'Leaflet canvas', scripts: ['leaflet/dist/leaflet.js'], styles: ['leaflet/dist/leaflet.css'], module: 'leaflet.js', steps: ['brush'], isMap: true, sizes: ALL },
  {
    id: 'markercluster',
    name: 'Leaflet.markercluster',
    scripts: ['leaflet/dist/leaflet.js', 'leaflet.markercluster/dist/leaflet.markercluster.js'],
    styles: ['leaflet/dist/leaflet.css', 'leaflet.markercluster/dist/MarkerCluster.css', 'leaflet.markercluster/dist/MarkerCluster.Default.css'],
    module: 'markercluster.js',
    steps: ['brush'],
    isMap: true,
    sizes: [1000, 10_000, 100_000],
  },
  { id: 'limit-rects', name: 'limit: fillRect per event', scripts: [], styles: [], module: 'limit-rects.js', steps: ['pan'], sizes: ALL },
  { id: 'limit-pixels', name: 'limit: pixels into ImageData', scripts: [], styles: [], module: 'limit-pixels.js', steps: ['pan'], sizes: ALL },
];

/** The bare page of a peer. */
export const peerPage = ({ scripts, styles, module }: Peer): string =>
  [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>',
    ...styles.map((file) => `<link rel="stylesheet" href="/npm/${file}">`),
    '<style>body { margin: 0 } #view { inline-size: 1280px; block-size: 600px }</style>',
    '<div id="view"></div>',
    ...scripts.map((file) => `<script src="/npm/${file}"></script>`),
    '<script type="module" src="/bench/driver.js"></script>',
    `<script type="module" src="/peers/${module}"></script></html>`,
  ].join('\n');

/** The bare page of Dateline's parts. */
export const partsPage = (): string =>
  [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>',
    '<script type="module" src="/bench/driver.js"></script>',
    '<script type="module" src="/bench/parts.js"></script></html>',
  ].join('\n');

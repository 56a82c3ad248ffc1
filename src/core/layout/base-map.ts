import type { Box, Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import { projectionOf } from '../geo/mercator.ts';
import type { Palette } from '../scene/palette.ts';
import type { GroupMark, Mark, Stroke } from '../scene/scene.ts';
import { layoutBaseLabels } from './base-map-labels.ts';
import { pixelLines, pixelRings } from './base-map-shapes.ts';
import type { World } from './world.ts';

/** What a base map is drawn from. */
export interface BaseMapInput {
  readonly base: BaseMap;
  readonly viewport: MapViewport;
  readonly size: Size;
  readonly world: World;
  /** Codes of the countries drawn as focus land. */
  readonly focus: ReadonlySet<string>;
  /** Whether names are set. */
  readonly labels: boolean;
  /** Boxes in pixels that names keep clear of. */
  readonly obstacles?: readonly Box[];
  /** Pixels by which outlines may leave their course: the fewer, the finer and the slower to paint. By default what print asks for. */
  readonly tolerance?: number;
}

/** Rivers show from this zoom on, the greatest first. */
const RIVERS_FROM = 5;

/**
 * The land to draw events on: sea, countries, lakes, rivers, coasts, borders and disputed lines, and names if wanted,
 * cut to the picture's size.
 */
export function layoutBaseMap({ base, viewport, size, world, focus, labels, obstacles = [], tolerance }: BaseMapInput): GroupMark {
  const projection = projectionOf(viewport, size);
  const { palette } = world;
  const clip: Box = { x: 0, y: 0, ...size };
  const land: number[][] = [];
  const focusLand: number[][] = [];
  for (const country of base.countries) {
    for (const ring of pixelRings(country.rings, projection, tolerance)) (focus.has(country.a3) ? focusLand : land).push(ring);
  }
  const lakes = base.lakes.flatMap((rings) => pixelRings(rings, projection, tolerance));
  const rivers = base.rivers.filter(({ rank }) => viewport.zoom >= RIVERS_FROM && rank <= 2 * (viewport.zoom - RIVERS_FROM) + 3);
  const disputed = base.disputed.filter(({ minZoom }) => viewport.zoom >= minZoom);
  const coast = coastStroke(palette);
  const marks: Mark[] = [
    { kind: 'rect', ...clip, fill: palette.sea, role: 'sea' },
    { kind: 'path', rings: land, closed: true, fill: palette.land, role: 'land' },
    { kind: 'path', rings: focusLand, closed: true, fill: palette.focusLand, role: 'focus-land' },
    {
      kind: 'path',
      rings: pixelLines(rivers.flatMap(({ lines }) => lines), projection, tolerance),
      closed: false,
      stroke: coast,
      opacity: 0.6,
      role: 'river',
    },
    { kind: 'path', rings: lakes, closed: true, fill: palette.sea, stroke: coast, role: 'lake' },
    { kind: 'path', rings: pixelLines(base.coasts, projection, tolerance), closed: false, stroke: coast, role: 'coast' },
    { kind: 'path', rings: pixelLines(base.borders, projection, tolerance), closed: false, stroke: { colour: palette.border, width: 0.8 }, role: 'border' },
    {
      kind: 'path',
      rings: pixelLines(disputed.flatMap(({ lines }) => lines), projection, tolerance),
      closed: false,
      stroke: { colour: palette.border, width: 0.8, dash: [3, 3] },
      role: 'disputed',
    },
  ];
  const seen = marks.filter((mark) => mark.kind !== 'path' || mark.rings.length > 0);
  const names = labels ? [layoutBaseLabels({ base, viewport, size, world, obstacles })] : [];
  return { kind: 'group', marks: [...seen, ...names], clip, role: 'base-map' };
}

/** Coasts are a breath darker than the sea: the colour of water names, thinned. */
function coastStroke(palette: Palette): Stroke {
  return { colour: `${palette.water}${palette.theme === 'light' ? '80' : '59'}`, width: 0.7 };
}

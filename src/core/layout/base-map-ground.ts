import type { Box, Size } from '../base/geometry.ts';
import type { BaseMap } from '../geo/base-map.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import { projectionOf } from '../geo/mercator.ts';
import type { Palette } from '../scene/palette.ts';
import type { GroupMark, Mark, Stroke } from '../scene/scene.ts';
import { pixelLines, pixelRings } from './base-map-shapes.ts';

/** How a base map without names is seen: plain values, which one thread can send to another. */
export interface GroundView {
  readonly viewport: MapViewport;
  readonly size: Size;
  readonly palette: Palette;
  /** Codes of the countries drawn as focus land. */
  readonly focus: ReadonlySet<string>;
  /** Pixels by which outlines may leave their course: the fewer, the finer and the slower to paint. By default what print asks for. */
  readonly tolerance?: number | undefined;
}

/** Rivers show from this zoom on, the greatest first. */
const RIVERS_FROM = 5;

/** Land and water without names: sea, countries, lakes, rivers, coasts, borders and disputed lines, cut to the picture's size. */
export function layoutGround(base: BaseMap, { viewport, size, palette, focus, tolerance }: GroundView): GroupMark {
  const projection = projectionOf(viewport, size);
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
  return { kind: 'group', marks: seen, clip, role: 'base-map' };
}

/** Coasts are a breath darker than the sea: the colour of water names, thinned. */
function coastStroke(palette: Palette): Stroke {
  return { colour: `${palette.water}${palette.theme === 'light' ? '80' : '59'}`, width: 0.7 };
}

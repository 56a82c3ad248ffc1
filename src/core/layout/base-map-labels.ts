import { boxesOverlap, type Box, type Point, type Size } from '../base/geometry.ts';
import type { BaseLabel, BaseMap, LabelNames } from '../geo/base-map.ts';
import { isInCountry } from '../geo/contains.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import { projectionOf, type MapProjection } from '../geo/mercator.ts';
import type { CircleMark, Font, GroupMark, Mark, TextMark } from '../scene/scene.ts';
import { copiesOnView } from './base-map-shapes.ts';
import type { World } from './world.ts';

/** What the names of a base map are set from. */
export interface BaseLabelsInput {
  readonly base: BaseMap;
  readonly viewport: MapViewport;
  readonly size: Size;
  readonly world: World;
  /** Boxes in pixels that names keep clear of. */
  readonly obstacles: readonly Box[];
  /** Pixels along each edge that are painted but not on view: no name is cut in two by the view's edge. */
  readonly margin?: Point;
  /** English names that are not set because something else on the map bears them. */
  readonly omit?: ReadonlySet<string>;
}

/** Towns are named from this zoom on, capitals half a zoom earlier. */
const TOWNS_FROM = 6;

/** Pixels that names keep from the edges of the picture. */
const EDGE = 4;

/** Pixels that names keep from one another and from obstacles. */
const CLEARANCE = 3;

/** Where a name may move to when its own place is taken: pixels up and down, then sideways. */
const NUDGES: readonly (readonly [dx: number, dy: number])[] = [
  [0, 0], [0, -14], [0, 14], [0, -28], [0, 28], [-26, 0], [26, 0], [-40, -20], [40, -20], [-40, 20], [40, 20], [0, -44], [0, 44], [-64, 0], [64, 0],
];

/** A name ready to be set: its lines around a middle, and the box they take. */
interface Setting {
  readonly lines: readonly string[];
  readonly font: Font;
  readonly lineHeight: number;
  readonly width: number;
}

/** The names of waters, countries and towns, set so that none touches another or an obstacle. */
export function layoutBaseLabels({ base, viewport, size, world, obstacles, margin = { x: 0, y: 0 }, omit = new Set() }: BaseLabelsInput): GroupMark {
  const projection = projectionOf(viewport, size);
  const taken: Box[] = obstacles.map((box) => grown(box, CLEARANCE));
  const marks: Mark[] = [];
  const whole: Box = { x: EDGE, y: EDGE, width: size.width - 2 * EDGE, height: size.height - 2 * EDGE };
  const view = grown({ x: margin.x, y: margin.y, width: size.width - 2 * margin.x, height: size.height - 2 * margin.y }, -EDGE);
  const isFree = (box: Box): boolean =>
    isWithin(box, whole) && (isWithin(box, view) || !boxesOverlap(box, grown(view, EDGE))) && !taken.some((other) => boxesOverlap(box, other));
  const room: Room = { world, projection, base, isFree };
  // The source names some waters twice, as parts; the map names each once.
  const waters = new Set<string>();
  for (const label of base.labels) {
    if (!isOnZoom(label, viewport.zoom) || omit.has(label.names.en)) continue;
    for (const copy of copiesOnView({ x0: label.x, x1: label.x, y0: label.y, y1: label.y }, projection)) {
      const water = `${label.names.en} ${copy}`;
      if (label.kind === 'water' && waters.has(water)) continue;
      const x = (label.x + copy) * projection.scale - projection.left;
      const y = label.y * projection.scale - projection.top;
      const placed = label.kind === 'town' ? placeTown(label, x, y, room) : placeName(label, x, y, room);
      if (placed === undefined) continue;
      if (label.kind === 'water') waters.add(water);
      taken.push(...placed.boxes.map((box) => grown(box, CLEARANCE)));
      marks.push(...placed.marks);
    }
  }
  return { kind: 'group', marks, role: 'base-labels' };
}

/** What a name is set into. */
interface Room {
  readonly world: World;
  readonly projection: MapProjection;
  readonly base: BaseMap;
  /** Whether a box lies in the picture and takes no room that is taken. */
  readonly isFree: (box: Box) => boolean;
}

interface Placed {
  readonly marks: readonly Mark[];
  readonly boxes: readonly Box[];
}

function isOnZoom({ kind, minZoom, maxZoom, major }: BaseLabel, zoom: number): boolean {
  switch (kind) {
    case 'town':
      return zoom >= Math.max(minZoom + 0.6, major ? TOWNS_FROM - 0.5 : TOWNS_FROM);
    case 'water':
      return zoom >= minZoom + 0.5 && (major ? zoom < 5 : zoom <= maxZoom);
    case 'country':
      return zoom >= minZoom - 0.6 && zoom <= Math.max(maxZoom, 7);
  }
}

/** Sets a country or a body of water around its point, or a little beside it: still in the country, or in the water. */
function placeName(label: BaseLabel, x: number, y: number, room: Room): Placed | undefined {
  const { world, projection, base, isFree } = room;
  const setting = label.kind === 'country' ? countrySetting(label, world) : waterSetting(label, world);
  const country = label.kind === 'country' ? base.countryOf.get(label.a3 ?? '') : undefined;
  if (label.kind === 'country') {
    if (country === undefined) return undefined;
    const { west, east } = country.main;
    if (setting.width > ((east - west) / 360) * projection.scale) return undefined;
  }
  const height = setting.lines.length * setting.lineHeight;
  for (const [dx, dy] of NUDGES) {
    const box: Box = { x: x + dx - setting.width / 2, y: y + dy - height / 2, width: setting.width, height };
    if (!isFree(box)) continue;
    const moved = dx !== 0 || dy !== 0;
    if (label.kind === 'water' && wetShare(box, room) < (moved ? 0.8 : 0.5)) continue;
    if (moved && country !== undefined && !isInCountry(country, label.x + dx / projection.scale, label.y + dy / projection.scale)) continue;
    return { marks: linesOf(setting, label, x + dx, y + dy, world), boxes: [box] };
  }
  return undefined;
}

/** Which part of the middle line of a box lies in the water, judged by five points of it. */
function wetShare(box: Box, { projection, base }: Room): number {
  const y = (box.y + box.height / 2 + projection.top) / projection.scale;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const wet = steps.filter((step) => {
    const x = (box.x + step * box.width + projection.left) / projection.scale;
    const unitX = x - Math.floor(x);
    return !base.countries.some((country) => isInCountry(country, unitX, y));
  });
  return wet.length / steps.length;
}

function countrySetting(label: BaseLabel, world: World): Setting {
  const font: Font = { family: 'sans', size: 10.5, weight: 500, spacing: 1.4 };
  const name = nameIn(label.names, world.locale);
  const text = world.locale.startsWith('tr') ? name.toLocaleUpperCase('tr') : name.toUpperCase();
  return settingOf(splitLines(text, 12), font, 14, world);
}

function waterSetting(label: BaseLabel, world: World): Setting {
  const font: Font = label.major
    ? { family: 'serif', size: 15, weight: 400, italic: true, spacing: 1.2 }
    : { family: 'serif', size: 12.5, weight: 400, italic: true, spacing: 0.2 };
  return settingOf(splitLines(nameIn(label.names, world.locale), label.major ? 10 : 18), font, label.major ? 19 : 15, world);
}

/** Width without the spacing after the last letter. */
function settingOf(lines: readonly string[], font: Font, lineHeight: number, world: World): Setting {
  const width = Math.max(...lines.map((line) => world.measure(line, font))) - (font.spacing ?? 0);
  return { lines, font, lineHeight, width };
}

/** A name of more than `most` letters in two lines, broken at the space nearest to its middle. */
function splitLines(name: string, most: number): string[] {
  if (name.length <= most) return [name];
  let split = -1;
  for (let at = name.indexOf(' '); at >= 0; at = name.indexOf(' ', at + 1)) {
    if (split < 0 || Math.abs(at - name.length / 2) < Math.abs(split - name.length / 2)) split = at;
  }
  return split < 0 ? [name] : [name.slice(0, split), name.slice(split + 1)];
}

function linesOf({ lines, font, lineHeight }: Setting, label: BaseLabel, x: number, y: number, world: World): TextMark[] {
  const { palette } = world;
  const water = label.kind === 'water';
  const first = y - (lines.length * lineHeight) / 2 + lineHeight / 2 + font.size * 0.36;
  return lines.map((text, line): TextMark => ({
    kind: 'text',
    // Letter spacing also follows the last letter: half of it centres the name again.
    x: round(x + (font.spacing ?? 0) / 2),
    y: round(first + line * lineHeight),
    text,
    font,
    fill: water ? palette.water : palette.third,
    anchor: 'middle',
    halo: { colour: `${water ? palette.sea : palette.land}${water ? 'B3' : 'E6'}`, width: 1.5 },
    role: `${label.kind}-name`,
  }));
}

/** Sets a town's dot, and its name to the right, left, above or below. */
function placeTown(label: BaseLabel, x: number, y: number, { world, isFree }: Room): Placed | undefined {
  const { palette } = world;
  const radius = label.major ? 2.2 : 1.7;
  const dot: Box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  if (!isFree(dot)) return undefined;
  const font: Font = { family: 'sans', size: 11, weight: label.major ? 500 : 400 };
  const text = nameIn(label.names, world.locale);
  const width = world.measure(text, font);
  const height = 13;
  const gap = radius + 3;
  const spots: readonly (readonly [left: number, top: number])[] = [
    [x + gap, y - height / 2], [x - gap - width, y - height / 2], [x - width / 2, y - gap - height + 2], [x - width / 2, y + gap - 2],
  ];
  for (const [left, top] of spots) {
    const box: Box = { x: left, y: top, width, height };
    if (!isFree(box)) continue;
    const circle: CircleMark = { kind: 'circle', x: round(x), y: round(y), radius, fill: palette.third, role: 'town' };
    const name: TextMark = {
      kind: 'text',
      x: round(left),
      y: round(top + height / 2 + font.size * 0.36),
      text,
      font,
      fill: palette.third,
      anchor: 'start',
      halo: { colour: palette.land, width: 1.5 },
      role: 'town-name',
    };
    return { marks: [circle, name], boxes: [dot, box] };
  }
  return undefined;
}

/** The name in the interface's language; Persian stands in for Arabic, English for everything else. */
export function nameIn(names: LabelNames, locale: string): string {
  const language = locale.split('-')[0];
  switch (language) {
    case 'fa':
      return names.fa ?? names.en;
    case 'ar':
      return names.ar ?? names.fa ?? names.en;
    case 'tr':
      return names.tr ?? names.en;
    default:
      return names.en;
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

const grown = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

const isWithin = (box: Box, frame: Box): boolean =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;

import { clamp, type Box } from '../base/geometry.ts';
import { withAlpha } from '../base/colour.ts';
import { formatDuration } from '../i18n/format-time.ts';
import type { Era } from '../model/story.ts';
import type { Mark, PathMark } from '../scene/scene.ts';
import { truncate } from '../scene/fit-text.ts';
import { parseEdtf } from '../time/edtf.ts';
import type { TimeScale } from '../time/time-scale.ts';
import { FONTS, coloursOf } from './timeline-style.ts';
import type { World } from './world.ts';

/** Named eras as tinted bands behind the lanes, each with its name at the top. An era whose date cannot be read is left out. */
export function eraMarks(eras: readonly Era[], scale: TimeScale, plot: Box, world: World): readonly Mark[] {
  return eras.flatMap(({ name, when }, position): readonly Mark[] => {
    const parsed = parseEdtf(when);
    if (!parsed.ok) return [];
    const x = Math.max(scale.xOf(parsed.value.span.earliestStart), plot.x);
    const end = Math.min(scale.xOf(parsed.value.span.latestEnd), plot.x + plot.width);
    if (!(end > x)) return [];
    const text = truncate(name, FONTS.note, end - x - 12);
    const fill = withAlpha(world.palette.water, position % 2 === 0 ? 0.1 : 0.05);
    return [
      { kind: 'rect', x, y: plot.y, width: end - x, height: plot.height, fill, role: 'era' },
      ...(text.length < 2 ? [] : [{ kind: 'text', x: x + 6, y: plot.y + plot.height - 5, text, font: FONTS.note, fill: world.palette.third, anchor: 'start', role: 'era-name' } as const]),
    ];
  });
}

/** The time after the report: a tint, and a faint hatch that keeps its place on the time line. */
export function futureMarks(from: number, plot: Box, world: World): readonly Mark[] {
  const x = Math.max(from, plot.x);
  const width = plot.x + plot.width - x;
  if (width <= 0) return [];
  const colours = coloursOf(world.palette);
  const box = { ...plot, x, width };
  return [
    { kind: 'rect', ...box, fill: colours.shade, role: 'future' },
    { kind: 'group', marks: [slantedLines(box, from, colours.hatch)], clip: box, role: 'hatch' },
  ];
}

const HATCH_STEP = 7;

/** Lines rising to the right through a box, in step with the position `from`. */
function slantedLines({ x, y, width, height }: Box, from: number, colour: string): PathMark {
  const first = x - height - ((x - height - from) % HATCH_STEP);
  const count = Math.ceil((width + height) / HATCH_STEP) + 1;
  const rings = Array.from({ length: count }, (_, k) => [first + k * HATCH_STEP, y + height, first + k * HATCH_STEP + height, y]);
  return { kind: 'path', rings, closed: false, stroke: { colour, width: 1 } };
}

/** A strip of torn paper over each gap in the time line, with the length of what is left out beneath. */
export function gapMarks(scale: TimeScale, top: number, bottom: number, labelY: number, world: World): readonly Mark[] {
  const colours = coloursOf(world.palette);
  // Of two gaps so near to each other that their lengths would touch, the first says its length.
  let free = -Infinity;
  return scale.warp.breaks.flatMap(({ interval, kind }): readonly Mark[] => {
    const [left, right] = [scale.xOf(interval.start), scale.xOf(interval.end)];
    if (kind !== 'gap' || right < scale.x0 || left > scale.x1) return [];
    const middle = (left + right) / 2;
    const half = Math.max((right - left) / 2 - 2, 4);
    const text = formatDuration(interval.end - interval.start, world);
    const width = world.measure(text, FONTS.note);
    const x = clamp(middle, scale.x0 + width / 2, Math.max(scale.x1 - width / 2, scale.x0 + width / 2));
    const isFree = x - width / 2 >= free;
    if (isFree) free = x + width / 2 + BETWEEN_LENGTHS;
    return [
      {
        kind: 'path',
        rings: [[...tornEdge(middle - half, top, bottom), ...reversed(tornEdge(middle + half, top, bottom))]],
        closed: true,
        fill: colours.torn,
        stroke: { colour: colours.tornEdge, width: 1 },
        role: 'gap',
      },
      ...(isFree ? [{ kind: 'text', x, y: labelY, text, font: FONTS.note, fill: world.palette.third, anchor: 'middle', role: 'gap-length' } as const] : []),
    ];
  });
}

/** Pixels between the lengths of two gaps. */
const BETWEEN_LENGTHS = 8;

/** Points down a wavy edge, as flat coordinates. */
function tornEdge(x: number, top: number, bottom: number): readonly number[] {
  const steps = Math.max(Math.round((bottom - top) / 6), 4);
  return Array.from({ length: steps + 1 }, (_, k) => [x + 2.4 * Math.sin((k / steps) * ((bottom - top) / WAVE) * 2 * Math.PI), top + ((bottom - top) * k) / steps]).flat();
}

/** Pixels from crest to crest. */
const WAVE = 118;

const reversed = (points: readonly number[]): readonly number[] =>
  Array.from({ length: points.length / 2 }, (_, k) => points.slice(points.length - 2 * k - 2, points.length - 2 * k)).flat();

/** Height of the fade over lanes that go on beyond the plot. */
const FADE = 20;

/** Lanes that are scrolled fade out where there is more of them: `above` and `below` are the pixels that do not show. */
export function moreMarks({ x, y, width, height }: Box, { above, below }: { readonly above: number; readonly below: number }, world: World): readonly Mark[] {
  const { ground } = coloursOf(world.palette);
  const fade = (top: number, from: number, to: number): Mark => ({
    kind: 'rect',
    x,
    y: top,
    width,
    height: FADE,
    fill: { kind: 'gradient', direction: 'down', stops: [{ offset: 0, colour: withAlpha(ground, from) }, { offset: 1, colour: withAlpha(ground, to) }] },
    role: 'more',
  });
  return [...(above >= 1 ? [fade(y, 0.95, 0)] : []), ...(below >= 1 ? [fade(y + height - FADE, 0, 0.95)] : [])];
}

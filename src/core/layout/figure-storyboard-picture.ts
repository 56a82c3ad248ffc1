import { clamp, type Size } from '../base/geometry.ts';
import type { Dataset } from '../model/dataset.ts';
import { placesOfRow, rowOf } from '../model/rows.ts';
import type { Visible } from '../query/visible.ts';
import type { Mark } from '../scene/scene.ts';
import type { Break } from '../time/time-scale.ts';
import { INITIAL_VIEW, type ViewState } from '../view/view-state.ts';
import { viewOfStep } from '../view/walk.ts';
import { layoutBaseMap } from './base-map.ts';
import { visibleInView } from './figure-events.ts';
import { figureViewport } from './figure-map.ts';
import type { DecidedOptions } from './figure-options.ts';
import type { LegendGround } from './legend-entries.ts';
import { focusCountries } from './map-focus.ts';
import { layoutMapPointer } from './map-pointer.ts';
import { layoutMap } from './map.ts';
import { layoutTimelinePointer } from './timeline-pointer.ts';
import { layoutTimeline } from './timeline.ts';

/** A step of a story's walk as it is drawn: the view that it keeps, and the events in it. */
export interface PicturedStep {
  readonly view: ViewState;
  readonly dataset: Dataset;
  readonly visible: Visible;
}

const known = new WeakMap<Dataset, readonly PicturedStep[]>();

/** The steps of a dataset's walk; worked out at the first use, since a figure is laid out anew with every word that is typed. */
export function picturedSteps(given: Dataset): readonly PicturedStep[] {
  const steps = known.get(given) ?? stepsOf(given);
  known.set(given, steps);
  return steps;
}

/**
 * A strip of time is too low for lanes, so that the steps are told of a dataset whose events have no actors: cut by these, its events stand
 * in one lane without a name.
 */
function stepsOf(given: Dataset): readonly PicturedStep[] {
  const dataset: Dataset = { ...given, columns: { ...given.columns, actor: { values: [''], codes: new Uint8Array(given.size) } } };
  return dataset.story.walk.map((step, position) => {
    const view = viewOfStep(step.view, position, INITIAL_VIEW);
    return { view, dataset, visible: visibleInView(dataset, view) };
  });
}

/** The picture of a step from (0, 0), and what the foot has to explain of it. */
export interface StepPicture {
  readonly marks: readonly Mark[];
  readonly grounds: readonly LegendGround[];
  readonly breaks: readonly Break[];
}

/** The strip of time takes this share of a picture, within these pixels. */
const STRIP_SHARE = 0.44;
const STRIP = { least: 112, most: 168 } as const;
/** A map in fewer pixels shows nothing; the strip is left out before it. */
const LEAST_MAP = 84;
const GAP = 6;

/** The map of a step's view, with the strip of its time below; one alone where the view has it alone, or the other has nothing to show. */
export function layoutStepPicture(step: PicturedStep, { width, height }: Size, options: Pick<DecidedOptions, 'world' | 'base'>): StepPicture {
  const { view, dataset, visible } = step;
  const hasTime = visible.datedCount > 0;
  const hasMap = dataset.places.size > 0 && (view.stage !== 'timeline' || !hasTime);
  const strip = clamp(Math.round(height * STRIP_SHARE), STRIP.least, STRIP.most);
  const isBoth = hasMap && hasTime && view.stage !== 'map' && height - strip - GAP >= LEAST_MAP;
  if (hasMap && !isBoth) return { marks: mapMarks(step, { width, height }, options), grounds: ['map'], breaks: [] };
  if (!hasTime) return { marks: [], grounds: [], breaks: [] };
  const time = timeMarks(step, { width, height: isBoth ? strip : height }, options);
  if (!isBoth) return { marks: time.marks, grounds: ['timeline'], breaks: time.breaks };
  const y = height - strip;
  return {
    marks: [...mapMarks(step, { width, height: y - GAP }, options), { kind: 'group', role: 'timeline', translate: { x: 0, y }, marks: time.marks }],
    grounds: ['map', 'timeline'],
    breaks: time.breaks,
  };
}

const selectedIn = ({ view: { selected }, dataset }: PicturedStep) => (selected === undefined ? undefined : rowOf(dataset, selected));

function mapMarks(step: PicturedStep, size: Size, { world, base }: Pick<DecidedOptions, 'world' | 'base'>): readonly Mark[] {
  const { view, dataset, visible } = step;
  const viewport = figureViewport({ dataset, visible, view, scope: 'view', size, numbers: undefined, world, base });
  const map = layoutMap({ dataset, visible, viewport, size, world, base });
  const ground: Mark =
    base === undefined
      ? { kind: 'rect', x: 0, y: 0, ...size, fill: world.palette.sea, role: 'sea' }
      : layoutBaseMap({ base, viewport, size, world, focus: focusCountries(dataset, base), labels: false });
  const selected = selectedIn(step);
  // The strip of time below names the event; here its place is enough.
  const place = selected === undefined ? undefined : placesOfRow(dataset, selected)[0];
  const pointer = layoutMapPointer(map, { selected: undefined, hovered: undefined, place }, world);
  return [{ kind: 'group', role: 'map', clip: { x: 0, y: 0, ...size }, marks: [ground, map.marks, ...pointer.marks] }];
}

function timeMarks(step: PicturedStep, size: Size, { world }: Pick<DecidedOptions, 'world'>): Pick<StepPicture, 'marks' | 'breaks'> {
  const { view, dataset, visible } = step;
  const layout = layoutTimeline({
    dataset, visible, size, world,
    window: view.window,
    spacing: view.spacing,
    zone: view.zone,
    lanes: { ...INITIAL_VIEW.lanes, by: ['actor'] },
    interactive: false,
    labels: 'short',
  });
  const { warp, window } = layout.scale;
  return {
    marks: [...layout.scene.marks, ...layoutTimelinePointer(layout, { selected: selectedIn(step), hovered: undefined }, { dataset, world }).marks],
    breaks: warp.breaks.filter(({ interval }) => interval.start < window.end && interval.end > window.start),
  };
}

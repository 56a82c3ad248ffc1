import type { EventNumber } from '../model/event.ts';
import type { Mark } from '../scene/scene.ts';
import type { CloseUp } from './timeline-content.ts';
import { headBox, headMarks } from './timeline-heads.ts';
import { beforeKey, beforeMarks, beforeOf } from './timeline-lane-before.ts';
import { columnPlace, drawColumns } from './timeline-lane-columns.ts';
import { drawRows } from './timeline-lane-rows.ts';
import { isOfLane, sumOf, type LaneContext, type LaneInSight, type TimelineLane } from './timeline-lane.ts';
import type { PlacedEvent } from './timeline-places.ts';

/** A lane as it is drawn, and what can be asked of it. */
export interface DrawnLane {
  readonly lane: TimelineLane;
  /** What stands in its head. */
  readonly name: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Mark[];
  readonly unlabelled: number;
  readonly closeUps: ReadonlyMap<string, CloseUp>;
  readonly columnAt: (x: number) => CloseUp | undefined;
  readonly placeOf: (i: EventNumber) => PlacedEvent | undefined;
}

/** The marks of a lane: its events in their rows, a histogram where there are too many for rows, and both while one becomes the other. */
export function drawLane(lane: LaneInSight, context: LaneContext): DrawnLane {
  const { node, band, content, slotFrom, slotTo } = lane;
  const { frame, options, starting, reaching } = context;
  const { world } = options;
  // What is paling into the other as one zooms would be a blur in a picture to keep.
  const detail = options.interactive === false ? Math.round(content.detail) : content.detail;
  const isDense = detail < 0.5;
  const begun = sumOf(starting, slotFrom, slotTo);
  const count = begun + sumOf(reaching, slotFrom, slotTo);
  const rows = detail > 0 ? drawRows(lane, context) : undefined;
  const columns = detail < 1 ? drawColumns(lane, context, 1 - detail) : undefined;
  const before = count - begun - (isDense ? 0 : (rows?.reaching ?? 0));
  const fading = (marks: readonly Mark[]): readonly Mark[] => (detail < 1 ? marks.map((mark) => ({ ...mark, opacity: (mark.opacity ?? 1) * detail })) : marks);
  const isCounted = isDense || node.kind === 'folded';
  const closeUps = new Map(rows?.closeUps);
  if (before > 0) closeUps.set(beforeKey(node), beforeOf(before, lane, context));
  return {
    lane: {
      key: node.key, name: node.name, depth: node.depth, kind: node.kind, category: node.category,
      box: { x: 0, y: band.y, width: options.size.width, height: band.height },
      headBox: headBox(band, frame),
      count,
      drawn: (isDense ? (columns?.shown ?? 0) : (rows?.starting ?? 0) + (rows?.reaching ?? 0)) + before,
      detail,
      isDense,
    },
    name: [
      ...headMarks({ node, band, count: isCounted ? count : undefined, isKeyed: options.interactive ?? true, frame, world }),
      ...(before > 0 ? beforeMarks(before, lane, context) : []),
    ],
    marks: [...(columns?.marks ?? []), ...fading(rows?.marks ?? [])],
    labels: fading(rows?.labels ?? []),
    unlabelled: isDense ? count : count - (rows?.labelled ?? 0),
    closeUps,
    columnAt: columns?.at ?? (() => undefined),
    placeOf: (i) => (isDense ? undefined : rows?.placeOf(i)) ?? (isOfLane(i, lane, context) ? columnPlace(i, lane, context) : undefined),
  };
}

import { nearestCopy, unitXOf, unitYOf, type MapProjection } from '../geo/mercator.ts';
import { NO_CATEGORY, type Dataset, type PlaceGroup } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import type { Visible } from '../query/visible.ts';

/** One sign on the map: a place, or several that lie too close together to be told apart at this zoom. */
export interface MapSpot {
  /** The place's key; of several places, one made of the first one's. */
  readonly key: string;
  /** The places gathered here, the one with most events first. */
  readonly groups: readonly PlaceGroup[];
  /** Visible events that happened here, each once, in time order. */
  readonly events: readonly EventNumber[];
  readonly x: number;
  readonly y: number;
  /** Outer radius of its sign in pixels. */
  readonly radius: number;
}

/** Places whose signs would lie closer than this many pixels share one. */
const CLUSTER_DISTANCE = 24;

/** Radius of the sign of one event. */
export const SYMBOL_RADIUS = 7;

/** The places with visible events, gathered into signs. Which places share one depends on zoom alone, not on where the map is. */
export function gatherSpots(dataset: Dataset, visible: Visible, projection: MapProjection): MapSpot[] {
  const placed: PlacedGroup[] = [];
  for (const group of dataset.places) {
    const events = group.events.filter((i) => visible.passes[i] === 1);
    if (events.length === 0) continue;
    const [lng, lat] = group.place.at;
    placed.push({ group, events, worldX: unitXOf(lng) * projection.scale, worldY: unitYOf(lat) * projection.scale });
  }
  // Sorting is stable: among equals the place that the file names first leads.
  placed.sort((a, b) => b.events.length - a.events.length);
  const rank = new Map<EventNumber, number>();
  dataset.inTimeOrder.forEach((i, position) => rank.set(i, position));
  return gatherNear(placed).map((members): MapSpot => {
    const leader = members[0] as PlacedGroup;
    const single = members.length === 1;
    const events = single ? leader.events : [...new Set(members.flatMap((member) => member.events))].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    const unitX = leader.worldX / projection.scale;
    return {
      key: single ? leader.group.key : `several:${leader.group.key}`,
      groups: members.map(({ group }) => group),
      events,
      x: Math.round((leader.worldX + nearestCopy(projection, unitX) * projection.scale - projection.left) * 10) / 10,
      y: Math.round((leader.worldY - projection.top) * 10) / 10,
      radius: events.length === 1 ? SYMBOL_RADIUS : countRadius(events.length),
    };
  });
}

/** The category position that all events share, or `NO_CATEGORY` when they differ or have none. */
export function sharedCategory(dataset: Dataset, events: readonly EventNumber[]): number {
  const first = dataset.columns.category[events[0] ?? 0] ?? NO_CATEGORY;
  return events.every((i) => dataset.columns.category[i] === first) ? first : NO_CATEGORY;
}

interface PlacedGroup {
  readonly group: PlaceGroup;
  readonly events: readonly EventNumber[];
  readonly worldX: number;
  readonly worldY: number;
}

/** Joins each place to the nearest earlier leader within reach, or makes it a leader; a grid keeps the search short. */
function gatherNear(placed: readonly PlacedGroup[]): PlacedGroup[][] {
  const cells = new Map<string, PlacedGroup[][]>();
  const clusters: PlacedGroup[][] = [];
  for (const member of placed) {
    const column = Math.floor(member.worldX / CLUSTER_DISTANCE);
    const row = Math.floor(member.worldY / CLUSTER_DISTANCE);
    let nearest: PlacedGroup[] | undefined;
    let least = CLUSTER_DISTANCE;
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const cluster of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const leader = cluster[0] as PlacedGroup;
          const distance = Math.hypot(leader.worldX - member.worldX, leader.worldY - member.worldY);
          if (distance < least) {
            least = distance;
            nearest = cluster;
          }
        }
      }
    }
    if (nearest === undefined) {
      const cluster = [member];
      clusters.push(cluster);
      const cell = `${column} ${row}`;
      cells.set(cell, [...(cells.get(cell) ?? []), cluster]);
    } else {
      nearest.push(member);
    }
  }
  return clusters;
}

/** A ring wide enough for its count: 12 px, and 2 px more for every further digit. */
const countRadius = (count: number): number => 10 + 2 * String(count).length;

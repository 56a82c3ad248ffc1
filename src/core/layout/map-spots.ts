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

/** No two signs are joined over more than this many pixels. */
const FARTHEST_REACH = 48;

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
      radius: signRadius(events.length),
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

/** Places under one sign, the leader first; the sign stands at the leader's position. */
interface Cluster {
  readonly members: PlacedGroup[];
  count: number;
}

/** Gathers places that lie close together, then clusters whose signs, grown by their counts, would touch. */
function gatherNear(placed: readonly PlacedGroup[]): PlacedGroup[][] {
  const singles = placed.map((member): Cluster => ({ members: [member], count: member.events.length }));
  const near = joinNear(singles, () => CLUSTER_DISTANCE);
  near.sort((a, b) => b.count - a.count);
  return joinNear(near, (a, b) => signRadius(a.count) + signRadius(b.count) + 2).map(({ members }) => members);
}

/** Joins each cluster to the nearest one before it within reach, or lets it stand; a grid keeps the search short. */
function joinNear(clusters: readonly Cluster[], reach: (leader: Cluster, other: Cluster) => number): Cluster[] {
  const cells = new Map<string, Cluster[]>();
  const standing: Cluster[] = [];
  for (const cluster of clusters) {
    const { worldX, worldY } = cluster.members[0] as PlacedGroup;
    const column = Math.floor(worldX / FARTHEST_REACH);
    const row = Math.floor(worldY / FARTHEST_REACH);
    let nearest: Cluster | undefined;
    let least = Infinity;
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const other of cells.get(`${column + dx} ${row + dy}`) ?? []) {
          const leader = other.members[0] as PlacedGroup;
          const distance = Math.hypot(leader.worldX - worldX, leader.worldY - worldY);
          if (distance < Math.min(least, reach(other, cluster))) {
            least = distance;
            nearest = other;
          }
        }
      }
    }
    if (nearest === undefined) {
      standing.push(cluster);
      const cell = `${column} ${row}`;
      cells.set(cell, [...(cells.get(cell) ?? []), cluster]);
    } else {
      nearest.members.push(...cluster.members);
      nearest.count += cluster.count;
    }
  }
  return standing;
}

const signRadius = (count: number): number => (count === 1 ? SYMBOL_RADIUS : countRadius(count));

/** A ring wide enough for its count: 12 px, and 2 px more for every further digit. */
const countRadius = (count: number): number => 10 + 2 * String(count).length;

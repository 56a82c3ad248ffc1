/** Something that stands at a position, in pixels of the whole world. */
export interface Standing {
  readonly worldX: number;
  readonly worldY: number;
  /** Events there. */
  readonly count: number;
}

/** Neighbours under one sign, the leader first; the sign stands at the leader's position. */
export interface Joined<T extends Standing> {
  readonly leader: T;
  readonly members: T[];
  count: number;
}

/** How close to another, in pixels, something has to stand to share its sign. */
export type Reach<T extends Standing> = (leader: T) => number;

/** Places share a sign where it could not be told of which of them it is. */
export const reachOfPlaces = (): number => 24;

/** Cells are parts of a grid, and signs as close as cells would show it: the more events one has, the more of its neighbours it stands for. */
export const reachOfCells = ({ count }: Standing): number => Math.min(24 + 8 * Math.log2(count), FARTHEST_REACH);

/** No two signs are joined over more than this many pixels. */
export const FARTHEST_REACH = 64;

/** Radius of the sign of one event. */
export const SYMBOL_RADIUS = 7;

/** Outer radius of the sign of so many events: a ring wide enough for its count. */
export function signRadius(count: number): number {
  if (count === 1) return SYMBOL_RADIUS;
  const digits = String(count).length;
  return digits < 4 ? 10 + 2 * digits : 20 + 4 * (digits - 4);
}

/** Gathers what stands close together, then what has signs that, grown by their counts, would touch. The first ones lead. */
export function joinNeighbours<T extends Standing>(standing: readonly T[], reach: Reach<T>): readonly Joined<T>[] {
  const near = joinWithin(standing.map((leader) => ({ leader, members: [leader], count: leader.count })), ({ leader }) => reach(leader));
  near.sort((a, b) => b.count - a.count);
  return joinWithin(near, (a, b) => signRadius(a.count) + signRadius(b.count) + 2);
}

/** Joins each to the nearest one before it within reach, or lets it stand; a grid keeps the search short. */
function joinWithin<T extends Standing>(all: readonly Joined<T>[], reach: (leader: Joined<T>, other: Joined<T>) => number): Joined<T>[] {
  const cells = new Map<number, Joined<T>[]>();
  const kept: Joined<T>[] = [];
  for (const one of all) {
    const { worldX, worldY } = one.leader;
    const column = Math.floor(worldX / FARTHEST_REACH);
    const row = Math.floor(worldY / FARTHEST_REACH);
    let nearest: Joined<T> | undefined;
    let least = Infinity;
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const near = cells.get((column + dx) * ROWS + row + dy);
        if (near === undefined) continue;
        for (const other of near) {
          const distance = Math.hypot(other.leader.worldX - worldX, other.leader.worldY - worldY);
          if (distance < least && distance < reach(other, one)) {
            least = distance;
            nearest = other;
          }
        }
      }
    }
    if (nearest === undefined) {
      kept.push(one);
      const cell = cells.get(column * ROWS + row);
      if (cell === undefined) cells.set(column * ROWS + row, [one]);
      else cell.push(one);
    } else {
      nearest.members.push(...one.members);
      nearest.count += one.count;
    }
  }
  return kept;
}

/** More rows of cells than any world has. */
const ROWS = 2 ** 24;

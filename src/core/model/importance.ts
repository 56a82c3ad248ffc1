import type { TimelineEvent } from './event.ts';

/** Most that each kind of telling adds; together they stay below 256. */
const MOST = { description: 40, sources: 60, relations: 45, media: 30, actors: 20, status: 50 } as const;

/**
 * How much is told of an event, 0 to 255: a description, sources, ties to others, pictures, who took part, and whether it is established.
 * Where not all labels have room, the ones of which more is told are kept.
 */
export function importanceOf({ description, sources, relations, media, actors, status }: TimelineEvent): number {
  return (
    Math.min(Math.round((description?.length ?? 0) / 10), MOST.description)
    + upTo(MOST.sources, 20, sources.length)
    + upTo(MOST.relations, 15, relations.length)
    + upTo(MOST.media, 15, media.length)
    + upTo(MOST.actors, 10, actors.length)
    + (status === 'confirmed' ? MOST.status : status === 'retracted' ? 0 : MOST.status / 2)
  );
}

const upTo = (most: number, each: number, count: number): number => Math.min(each * count, most);

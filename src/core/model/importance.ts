import type { TimelineEvent } from './event.ts';

/** Most that each kind of telling adds; together they stay below 256. */
const MOST = { description: 40, sources: 60, relations: 45, media: 30, actors: 20, status: 50 } as const;

/** What is told of an event: its status, how long its description is, and how many it has of the rest. */
export interface Told extends Pick<TimelineEvent, 'status'> {
  readonly description: number;
  readonly sources: number;
  readonly relations: number;
  readonly media: number;
  readonly actors: number;
}

/**
 * How much is told of an event, 0 to 255: a description, sources, ties to others, pictures, who took part, and whether it is established.
 * Where not all labels have room, the ones of which more is told are kept.
 */
export function importanceOfTold({ description, sources, relations, media, actors, status }: Told): number {
  return (
    Math.min(Math.round(description / 10), MOST.description)
    + upTo(MOST.sources, 20, sources)
    + upTo(MOST.relations, 15, relations)
    + upTo(MOST.media, 15, media)
    + upTo(MOST.actors, 10, actors)
    + (status === 'confirmed' ? MOST.status : status === 'retracted' ? 0 : MOST.status / 2)
  );
}

/** The same of an event as it is. */
export const importanceOf = ({ description, sources, relations, media, actors, status }: TimelineEvent): number =>
  importanceOfTold({
    description: description?.length ?? 0,
    sources: sources.length,
    relations: relations.length,
    media: media.length,
    actors: actors.length,
    status,
  });

const upTo = (most: number, each: number, count: number): number => Math.min(each * count, most);

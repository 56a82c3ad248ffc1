import type { TimelineEvent } from './event.ts';

/**
 * An event as it was read from a foreign file: what is known of it. It has no id of its own yet unless the file states one, categories go
 * by the names in the file, and relations by the ids that the file states.
 */
export type Draft = { readonly [Member in keyof TimelineEvent]?: TimelineEvent[Member] | undefined };

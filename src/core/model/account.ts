import type { Issue } from './issue.ts';

/** What stands in a file beside events: each counts as a record that is none. */
export const NOT_EVENT_KINDS = ['title', 'era', 'comment', 'blank', 'header', 'hashtags', 'total', 'group', 'category', 'source', 'setting', 'cancelled'] as const;
export type NotEventKind = (typeof NOT_EVENT_KINDS)[number];

/** A record that is no event. */
export interface NotEvent {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly kind: NotEventKind;
}

/** A record that should be an event and could not be read as one. Its issue says where it stands, why, and what would mend it. */
export interface Refusal {
  readonly issue: Issue;
  /** The record as it stands in the file: its cells by column, or its text under an empty name. For mending it in place. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Where every record of a file has gone: `records` is events, refused and not-events together, exactly. */
export interface Account {
  readonly records: number;
  readonly events: number;
  readonly refused: readonly Refusal[];
  readonly notEvents: readonly NotEvent[];
  /** By position among the refused: the ids of the events that a record has become when a person mended it. */
  readonly mended?: ReadonlyMap<number, readonly string[]>;
}

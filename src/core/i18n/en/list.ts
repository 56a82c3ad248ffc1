import type { PartOfDay, Place, RelationKind, Status } from '../../model/event.ts';
import { isolated } from '../isolated.ts';

/** English words of the list, its cards and its trays. Counts come twice: to choose the form, and as written. */
export const listMessages = {
  count: (count: number, written: string) => `${written} ${count === 1 ? 'event' : 'events'}`,
  placeHeading: (place: string, count: string) => `${isolated(place)} — ${count}`,
  leavePlace: (place: string) => `Leave ${place} and show all places`,
  unnamedPlace: 'Unnamed place',

  hiddenBy: {
    time: (written: string) => `${written} hidden by the time window`,
    category: (written: string) => `${written} hidden by category`,
    status: (written: string) => `${written} hidden by status`,
    place: (written: string) => `${written} at other places`,
    area: (written: string) => `${written} outside the chosen part of the map`,
    text: (written: string) => `${written} without the words searched for`,
  },
  hiddenBySeveral: (written: string) => `${written} hidden by several filters at once`,
  hiddenSelection: (title: string) => `“${isolated(title)}” is selected, but the filters hide it`,
  show: 'Show',
  showAll: 'Show all',
  hide: 'Hide',
  earlier: (written: string) => `${written} earlier`,
  later: (written: string) => `${written} later`,

  empty: {
    story: 'This story has no events yet.',
    dated: 'No event here has a date.',
    filtered: 'No event passes the filters.',
  },
  trays: {
    label: 'Events that timeline or map cannot show',
    unplaced: (count: number, written: string) => `${written} ${count === 1 ? 'event' : 'events'} without a place`,
    undated: (count: number, written: string) => `${written} ${count === 1 ? 'event' : 'events'} without a date`,
    shown: (first: string, last: string, all: string) => `${first}–${last} of ${all}`,
    back: 'Back',
    on: 'More',
  },

  /** Before a time that is not sure. */
  hedges: { uncertain: 'perhaps', approximate: 'about' },
  undated: 'undated',
  untitled: 'Untitled event',

  details: {
    when: 'When',
    where: 'Where',
    status: 'Status',
    who: 'Who',
    source: 'Source',
    sources: 'Sources',
    media: 'Media',
    noDate: 'The source states no date.',
    noPlace: 'The source states no place.',
    openSource: 'open source',
    openMedia: 'Open the file at its own address',
    unknownEvent: (id: string) => `“${id}”, which is not in this file`,
  },

  edit: {
    open: 'Edit',
    giveDate: 'Give a date…',
    givePlace: 'Give a place…',
    givePlaceTo: (title: string) => `Give a place to “${isolated(title)}”`,
  },

  /** How a reading came about: what the source says, and what it was read as. */
  reading: {
    date: (wording: string, reading: string) => `“${isolated(wording)}” read as ${reading}`,
    noDate: (wording: string) => `The source says “${isolated(wording)}”.`,
    place: (wording: string) => `from “${isolated(wording)}”`,
    inferred: (from: string) => `inferred from ${from}`,
  },

  partOfDay: {
    'early-morning': 'early in the morning',
    morning: 'in the morning',
    midday: 'around midday',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
    night: 'at night',
  } satisfies Record<PartOfDay, string>,

  zone: {
    local: 'local time, zone not known',
    named: (zone: string) => `time in ${zone}`,
  },

  /** What a card says of a place, in a few words. */
  place: {
    exact: (name: string) => name,
    near: (name: string) => `near ${isolated(name)}`,
    area: (name: string) => name,
    country: (name: string) => `${isolated(name)}, country only`,
    region: (name: string) => `${isolated(name)}, region only`,
    route: (name: string) => name,
    withheld: (name: string) => (name === '' ? 'place withheld' : `${isolated(name)}, place withheld`),
    'not-stated': (name: string) => (name === '' ? 'place not stated' : `${isolated(name)}, position not known`),
  } satisfies Record<Place['kind'], (name: string) => string>,
  /** What stands beside a place's name where there is room for all that is known of it. */
  placeNote: {
    near: (radius: string) => `within about ${radius} km`,
    area: 'an area',
    country: 'known only as a country',
    region: 'known only as a region',
    route: 'a route',
    withheld: 'kept back by the publisher',
    'not-stated': (isNamed: boolean) => (isNamed ? 'position not known' : 'place not stated'),
  },

  /** A status and who says so. */
  status: {
    confirmed: (by: string) => `confirmed, per ${by}`,
    reported: (by: string) => `reported by ${by}`,
    planned: (by: string) => `planned, per ${by}`,
    disputed: (by: string) => `disputed, per ${by}`,
    denied: (by: string) => `denied by ${by}`,
    retracted: (by: string) => `retracted by ${by}`,
  } satisfies Record<Status, (by: string) => string>,

  andMore: (written: string) => `and ${written} more`,

  /** Ties to other events, seen from either end. */
  relation: {
    'conflicts-with': { to: 'Conflicts with', from: 'Conflicts with' },
    'part-of': { to: 'Part of', from: 'Includes' },
    follows: { to: 'Follows', from: 'Followed by' },
  } satisfies Record<RelationKind, { readonly to: string; readonly from: string }>,
};

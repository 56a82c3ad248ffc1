type FigureKind = 'both' | 'timeline' | 'map' | 'table' | 'storyboard';

/** English words of figures. */
export const figureMessages = {
  wordmark: 'Dateline',
  reportPublished: 'report published',
  noDate: 'no date',
  source: (sources: string) => `Source: ${sources}.`,
  sources: (sources: string) => `Sources: ${sources}.`,
  sourcesOfEvents: 'Sources: with each event in the file.',
  sourceOfDate: (source: string, date: string) => `${source}, ${date}`,
  asOf: (date: string) => `As of ${date}.`,
  asOfThatDay: 'As of that day.',
  mapCredit: 'Map: Natural Earth.',
  undated: (titles: readonly string[]) => `Without a date: ${titles.join('; ')}.`,
  undatedCount: (count: number, number: string) => (count === 1 ? '1 event has no date.' : `${number} events have no date.`),
  unplacedCount: (count: number, number: string) =>
    count === 1 ? '1 event has no place on the map.' : `${number} events have no place on the map.`,
  more: (count: number, number: string) => (count === 1 ? 'and 1 more event' : `and ${number} more events`),
  moreInView: (count: number, number: string) => (count === 1 ? 'and 1 more in the window' : `and ${number} more in the window`),
  eventCount: (count: number, number: string) => (count === 1 ? '1 event' : `${number} events`),
  counted: (count: number, number: string) => (count === 1 ? '1 event.' : `${number} events; columns and rings show how many where they crowd.`),
  gathered: (number: string) => `${number} events; rings show how many happened close together.`,
  noEvents: 'No events to show.',
  kinds: { both: 'Timeline and map', timeline: 'Timeline', map: 'Map', table: 'Table', storyboard: 'Storyboard' } satisfies Record<FigureKind, string>,
  /** What kind of picture it is, of how many events, from when to when. */
  description: (title: string, kind: string, count: string, extent: readonly [string, string] | undefined) =>
    `${[...(title === '' ? [] : [title]), `${kind} of ${count}${extent === undefined ? '' : `, from ${extent[0]} to ${extent[1]}`}`].join('. ')}.`,
  described: (date: string, title: string) => `${date}: ${/[.!?…]$/u.test(title) ? title : `${title}.`}`,
  categoryCount: (name: string, number: string) => `${name} ${number}`,
  categoryCounts: (counts: readonly string[]) => `By category: ${counts.join(', ')}.`,
  sourcesHead: 'Sources',
  moreSources: (count: number, number: string) => (count === 1 ? 'and 1 more source' : `and ${number} more sources`),
  storyboard: (title: string, count: number, number: string) => `${title === '' ? '' : `${title}. `}Storyboard in ${count === 1 ? '1 step' : `${number} steps`}.`,
  /** A step of the walk: its number, its headline or the empty text, its text. */
  step: (number: string, title: string, text: string) => `${number}. ${[title, text].filter((part) => part !== '').map((part) => (/[.!?…]$/u.test(part) ? part : `${part}.`)).join(' ')}`.trimEnd(),
  moreSteps: (count: number, number: string) => (count === 1 ? '+1\u00A0step' : `+${number}\u00A0steps`),
  shortenedSteps: (count: number, number: string) => (count === 1 ? 'The words of 1 step are shortened.' : `The words of ${number} steps are shortened.`),
  columns: { number: '', date: 'Date', event: 'Event', place: 'Place', status: 'Status', source: 'Source' },
};

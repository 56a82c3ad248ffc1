/** English words of the timeline: its axis, its marks, its controls and what it tells people who do not see it. */
export const timelineMessages = {
  name: 'Timeline',
  description: (count: number, number: string, window: string) =>
    `Timeline of ${count === 1 ? '1 event' : `${number} events`}, ${window}.`,
  empty: 'No dated events to show.',
  /** Events without a category. */
  otherLane: 'Other',
  laneCount: (count: number, number: string) => (count === 1 ? '1 event' : `${number} events`),
  uncertain: (label: string) => `${label}\u00A0(?)`,
  reportPublished: 'report published',
  soft: {
    month: 'month known, day not stated',
    season: 'season known, day not stated',
    year: 'year known, day not stated',
    coarse: 'date not known more closely',
    approximate: 'date estimated',
  },
  tick: {
    day: (weekday: string, day: string) => `${weekday}\u00A0${day}`,
    dayAndTime: (day: string, time: string) => `${day}, ${time}`,
    seconds: (seconds: string) => `${seconds}\u00A0s`,
  },
  overview: {
    name: 'Overview of the whole time line',
    start: 'Start of the time window',
    end: 'End of the time window',
    eventCount: (count: number, number: string) => (count === 1 ? '1 event' : `${number} events`),
  },
  play: 'Play',
  pause: 'Pause',
  playName: 'Play the events one after the other',
  pauseName: 'Stop playing',
  controls: 'Timeline controls',
  fitAll: 'Fit all events',
  enlarge: 'Enlarge the timeline',
  reduce: 'Show map and timeline',
  compressGaps: 'Compress gaps',
  /** What the button does next. */
  spacing: { compressed: 'Compress stretches of time without events', true: 'Show all time at the same scale' },
  help: 'Drag to move, scroll or pinch to zoom, hold Shift and drag to choose a stretch of time. Plus and minus zoom; Shift with an arrow key moves.',
};

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
    thousandYearsAgo: (thousands: string) => `${thousands}\u00A0ka`,
  },
  overview: {
    name: 'Overview of the whole time line',
    start: 'Start of the time window',
    end: 'End of the time window',
    whole: 'Time window',
    eventCount: (count: number, number: string) => (count === 1 ? '1 event' : `${number} events`),
  },
  play: 'Play',
  pause: 'Pause',
  playName: 'Play the events one after the other',
  pauseName: 'Stop playing',
  fitAll: 'Fit all',
  fitAllName: 'Show the whole time line',
  spacing: { compressed: 'Compressed gaps', true: 'True scale' },
  spacingName: 'Compress stretches of time without events',
  selected: (title: string, when: string) => `Selected: ${title}. ${when}.`,
  help: 'Drag or scroll to move, hold Control or pinch to zoom, hold Shift and drag to choose a stretch of time.',
};

/** English words of the timeline: its axis, its marks, its controls and what it tells people who do not see it. */
export const timelineMessages = {
  name: 'Timeline',
  description: (count: number, number: string, window: string) =>
    `Timeline of ${count === 1 ? '1 event' : `${number} events`}, ${window}.`,
  empty: 'No dated events to show.',
  /** Events without a category. */
  otherLane: 'Other',
  /** Events that have no value of what makes the lanes: no place, no actor. */
  laneWithout: 'Not stated',
  /** A lane that stands for so many that have no room of their own. */
  laneOfOthers: (number: string) => `${number} others`,
  /** Events that began before the window and go on in it, at its left edge. */
  begunBefore: (number: string) => `\u2039\u00A0${number}`,
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
  playName: { events: 'Play the events one after the other', growing: 'Play: let the time window grow', sliding: 'Play: let the time window slide' },
  pauseName: 'Stop playing',
  playback: {
    group: 'Playing',
    button: 'How it plays',
    name: 'How the story plays',
    kind: 'What moves',
    kinds: { events: 'Event by event', growing: 'Growing window', sliding: 'Sliding window' },
    hints: {
      events: 'Each event is chosen in turn, those of one instant too',
      growing: 'From the beginning, more and more of the time',
      sliding: 'A stretch of time moves along; a window that is set keeps its length',
    },
    speed: 'Speed',
    times: (number: string) => `${number}\u00A0×`,
    loop: 'Begin again at the end',
  },
  controls: 'Timeline controls',
  fitAll: 'Fit all events',
  enlarge: 'Enlarge the timeline',
  reduce: 'Show map and timeline',
  spacing: {
    name: 'Spacing of time',
    compressed: 'Compressed gaps',
    true: 'True scale',
    equal: 'Equal spacing',
    /** What each of them does. */
    hints: {
      compressed: 'Compressed gaps: long stretches without events are drawn short',
      true: 'True scale: all time is drawn at the same scale',
      equal: 'Equal spacing: events stand equally far apart',
    },
  },
  lanes: {
    name: 'Lanes and clocks',
    button: 'Lanes',
    by: 'Lanes by',
    within: 'and within them by',
    none: 'nothing more',
    facets: { category: 'Category', status: 'Status', place: 'Place', actor: 'Actor', attribution: 'Who says so' },
    list: 'Lanes from top to bottom',
    listHelp: 'Up and Down choose a lane, Left folds and Right unfolds it, with Alt held Up and Down move it, plus and minus make it taller and flatter.',
    /** Stands under the timeline when a link asks for more lanes than there can be. */
    tooMany: (outer: string, inner: string) => `Lanes by “${outer}” alone: with “${inner}” within them there would be too many.`,
    /** Of a lane, for those who hear the list. */
    described: (name: string, count: string, isFolded: boolean) => `${name}, ${count}${isFolded ? ', folded' : ''}`,
    fold: 'Fold',
    unfold: 'Unfold',
    up: 'Up',
    upName: 'Move up',
    down: 'Down',
    downName: 'Move down',
    taller: 'Taller',
    flatter: 'Flatter',
    foldAll: 'Fold all',
    unfoldAll: 'Unfold all',
    reset: 'Reset',
    earlier: (count: number, number: string) => (count === 1 ? '1 lane above' : `${number} lanes above`),
    further: (count: number, number: string) => (count === 1 ? '1 lane below' : `${number} lanes below`),
    failed: 'This part of the page could not be loaded. Check the connection and try again.',
  },
  clocks: {
    name: 'Clocks of the time axis',
    hint: 'UTC, or the name of a time zone such as Asia/Tehran',
    unknown: (zone: string) => `There are no clocks for “${zone}”. Name a zone as Region/City, or UTC.`,
    note: 'Times whose zone is not stated stand as if they were in UTC.',
    /** Stands beside the axis. */
    shown: (zone: string) => `Clocks of ${zone}.`,
  },
  help: 'Drag to move, scroll or pinch to zoom, hold Shift and drag to choose a stretch of time. Plus and minus zoom; Shift with an arrow key moves.',
};

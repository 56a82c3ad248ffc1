import { isolated } from '../isolated.ts';

/** "1 event", "12 events": the number comes formatted. */
const counted = (count: number, written: string, one: string, many: string): string => `${written} ${count === 1 ? one : many}`;

/** English words of the page: top bar, dialogs, keys, and what the page says about itself. */
export const appMessages = {
  wordmark: { date: 'Date', line: 'line' },
  windowTitle: (story: string) => (story === '' ? 'Dateline' : `${story} — Dateline`),
  skipToEvents: 'Skip to the events',
  events: 'Events',
  map: 'Map',
  timeline: 'Timeline',
  list: 'List',
  show: 'Show',
  close: 'Close',
  panes: 'What stands under the map',
  divider: 'Height of the map',
  dividerAt: (percent: string) => `${percent} of the height`,

  story: {
    rename: 'Rename the story',
    title: 'Title of the story',
    untitled: 'Untitled story',
  },
  search: {
    label: 'Search events, places, sources',
  },
  add: {
    label: 'Add',
    event: 'Add an event…',
    eventHint: 'Key N; or double-click the time axis',
    several: 'Choose several events…',
    lanes: 'Categories and eras…',
    walk: 'Tell the story in steps…',
    open: 'Open a file…',
    drop: 'A table, a map file, a calendar …; or drop or paste it on the page',
    library: 'Your stories…',
    stories: 'Stories to look at',
    save: 'Save a copy as GeoJSON',
    saveHome: (name: string) => `Save to “${isolated(name)}”`,
    saveAs: 'Save as…',
  },
  share: {
    label: 'Share',
    title: 'Copy a link to this view',
    more: 'More ways to share',
    embed: 'Embed code…',
    embedHint: 'To show this story in a page of yours',
    copied: 'The link to this view is copied.',
    refused: 'The browser did not let the link be copied. It stands in the address bar.',
    ownFile: 'The link is copied. It holds the view, not your file: whoever gets it has to open the file too.',
  },
  exportImage: 'Export',

  legend: 'Key to the signs',
  legendShort: 'Key',

  walk: {
    name: 'Walk through the story',
    begin: (count: number, number: string) => `Begin the walk of ${count === 1 ? '1 step' : `${number} steps`}`,
    /** On the button of that name. */
    short: (count: number, number: string) => (count === 1 ? '1 step' : `${number} steps`),
  },
  commands: {
    nextEvent: 'Go to the next event in time',
    previousEvent: 'Go to the event before',
    firstEvent: 'Go to the first event',
    lastEvent: 'Go to the last event',
    goToSelected: 'Go to the selected event in the list',
    clearSelection: 'Clear the selection, then the chosen place',
    fit: 'Fit the selected event; again, fit everything',
    play: 'Play the story, or stop it',
    search: 'Search',
    exportImage: 'Export a picture or data',
    switchTheme: 'Switch between light and dark',
    save: 'Save the story as a file',
    showKeys: 'Show all keys',
  },
  keys: {
    title: 'Keys',
    button: 'Keys (?)',
    pointer: 'With the pointer',
    names: {
      ArrowRight: '→',
      ArrowLeft: '←',
      ArrowUp: '↑',
      ArrowDown: '↓',
      Escape: 'Esc',
      $mod: 'Ctrl',
    } satisfies Record<string, string> as Readonly<Record<string, string>>,
    appleNames: { $mod: '⌘', Shift: '⇧', Alt: '⌥' } satisfies Record<string, string> as Readonly<Record<string, string>>,
    /** Stands between keys that are held together. */
    held: ' + ',
    gestures: [
      ['Wheel or pinch', 'Zoom around the pointer'],
      ['Drag', 'Pan the map or the timeline'],
      ['Double-click', 'Zoom in'],
      ['Shift-drag on the timeline', 'Choose a stretch of time'],
      ['Shift-click on a filter', 'Show only this'],
    ] as readonly (readonly [string, string])[],
  },

  theme: {
    toDark: 'Dark colours',
    toLight: 'Light colours',
  },

  loading: 'Opening the story…',
  opening: {
    title: (name: string) => `Opening “${isolated(name)}”`,
    figures: (percent: string, events: number, written: string) =>
      events === 0 ? `${percent}%` : `${percent}% · ${counted(events, written, 'event', 'events')} so far`,
    refused: (written: string) => ` · ${written} set aside`,
    stop: 'Stop',
  },
  drop: {
    title: 'Drop the file to open it',
    hint: 'A table, a map file, a calendar, a timeline; it stays on this machine.',
    /** What a pasted text is called. */
    pasted: 'Pasted text',
  },
  failed: {
    story: 'The story could not be fetched.',
    file: (name: string) => `“${isolated(name)}” could not be opened.`,
    newer: (name: string) =>
      `“${isolated(name)}” was made by a newer version of this program. It can be read here, but not changed, and its file is never written over. Reload the page to get the newer version.`,
    unsaved: (name: string) => `“${isolated(name)}” could not be written. Allow it when the browser asks, or save a copy.`,
    unreadable: 'The file could not be read from the disk.',
    overwhelmed: 'It is more than this browser can hold at once.',
    kept: 'The present story stays open.',
    ownFile: (name: string) => `This link shows a view of “${isolated(name)}”, a file that is not part of it. Open that file to see the view.`,
    event: 'The link leads to an event that this story does not have.',
    again: 'Try again',
    crash: 'Something in this page went wrong. Your file is unchanged; reload the page to go on from this view.',
    reload: 'Reload',
    part: 'This part of the page could not be fetched. Try again when the network is back.',
    baseMap: 'The base map could not be fetched; the events are shown without it.',
  },
  issues: {
    count: (count: number, written: string) => counted(count, written, 'thing to mend in this file', 'things to mend in this file'),
    notEvents: (count: number, written: string) => (count === 1 ? 'One record of this file is not an event' : `${written} records of this file are not events`),
    title: 'To mend in this file',
    intro: (setAside: string) => `Everything that could be read is shown. ${setAside}`,
    noneSetAside: 'No event was left out.',
    cutShort: 'What stood beyond the broken place is missing.',
    more: (written: string) => `${written} more`,
    setAside: (count: number, written: string) => (count === 1 ? 'One entry was set aside.' : `${written} entries were set aside.`),
    error: 'Set aside',
    warning: 'Shown in part',
  },

  saved: (name: string) => `Saved to “${isolated(name)}”.`,
  opened: (title: string, count: number, written: string) => `Opened “${isolated(title)}”: ${counted(count, written, 'event', 'events')}.`,
  shown: (count: string, all: string) => `${count} of ${all} events shown.`,
  selected: (sentence: string) => `Selected: ${sentence}`,
  dismiss: 'Dismiss',
};

const events = (count: number, written: string): string => `${written} ${count === 1 ? 'event' : 'events'}`;

/** English words of the map. Counts come with their number as it is written in the locale. */
export const mapMessages = {
  /** Title of a picture of the map. */
  title: (story: string) => `Map: ${story}`,
  keys: 'Map: arrow keys move it, plus and minus zoom',
  events,
  placeWithEvents: (place: string, count: number, written: string) => `${place}, ${events(count, written)}`,
  andMorePlaces: (place: string, count: number, written: string) => `${place} and ${written} more ${count === 1 ? 'place' : 'places'}`,
  /** Where places are too many to be counted. */
  andOtherPlaces: (place: string) => `${place} and other places`,
  /** The same where there is little room. */
  plusPlaces: (place: string, written: string) => `${place}\u00A0+${written}`,
  noPlaces: 'No event on view has a place on the map.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitAll: 'Show all places',
  enlarge: 'Let the map fill the stage',
  reduce: 'Show the timeline again',
  placesList: 'Places on the map',
  placesHere: 'Places here',
  close: 'Close',
  attribution: 'Made with Natural Earth',
  onlineAttribution: '© OpenStreetMap contributors',
  options: 'Map options',
  onlineTiles: 'Online map tiles',
  onlineTilesNote: 'Asks tile.openstreetmap.org for pictures of the part of the world on view. That server then learns your address and where you look.',
  filterByView: 'Filter by what the map shows',
  filterByBox: 'Filter by a box on the map',
  /** The box on the map that filters, and its parts. */
  box: 'Box that filters',
  moveBox: 'Move the box: drag, or use the arrow keys',
  boxCorners: {
    northWest: 'North-western corner of the box: drag, or use the arrow keys',
    northEast: 'North-eastern corner of the box: drag, or use the arrow keys',
    southWest: 'South-western corner of the box: drag, or use the arrow keys',
    southEast: 'South-eastern corner of the box: drag, or use the arrow keys',
  },
  clearBox: 'Remove the box',
  moreSigns: (written: string) => `Show ${written} more`,
  onlineTilesFailed: 'The online tiles could not be loaded; the built-in map shows instead.',
};

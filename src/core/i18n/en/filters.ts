/** English words of the filters. Counts come as written. */
export const filterMessages = {
  label: 'Filters',
  categories: 'Categories',
  statuses: 'Statuses',
  onlyThis: 'Shift-click shows only this',
  /** The filter by a part of the map. */
  area: {
    label: 'Part of the map',
    view: 'In the part of the map shown',
    box: 'In a box on the map',
    clear: (part: string) => `${part}: show events elsewhere, too`,
  },
  searching: (searched: string, all: string) => `Searching: ${searched} of ${all} events looked at`,
};

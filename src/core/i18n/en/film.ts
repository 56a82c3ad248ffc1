/** English words of films: of what stands in them, and of the dialog that makes them. */
export const filmMessages = {
  /** An event and its time. */
  event: (when: string, title: string) => (when === '' ? title : `${when}: ${title}`),
  position: (position: string, all: string) => `${position} of ${all}`,
  events: (count: string, all: string) => `${count} of ${all} events`,
};

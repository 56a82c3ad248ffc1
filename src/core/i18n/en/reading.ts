/** English words of a story that is there to be read: a page of its own, or a part of somebody else’s. */
export const readingMessages = {
  madeWith: 'Made with Dateline',
  loading: 'Opening the story…',
  crash: 'Something in this timeline went wrong. Reload the page to go on from this view.',
  baseMap: 'The base map could not be read; the events are shown without it.',
  unread: 'The story could not be read.',
  /** For those who make pages, in the console. */
  start: {
    unknown: (start: string) =>
      `Dateline: “${start}” is neither the id of an event in this story nor a date such as 2026-02-04 or 2026-02-04T12:00Z. The story begins where it would without “start”.`,
    'too-late': (start: string) => `Dateline: nothing in this story comes after “${start}”. The story begins where it would without “start”.`,
  },
  noScript: 'Dateline draws its timeline and map with JavaScript, which is turned off in this browser.',
};

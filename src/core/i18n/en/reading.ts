/** English words of a story that is there to be read: a page of its own, or a part of somebody else’s. */
export const readingMessages = {
  madeWith: 'Made with Dateline',
  loading: 'Opening the story…',
  crash: 'Something in this timeline went wrong. Reload the page to go on from this view.',
  baseMap: 'The base map could not be read; the events are shown without it.',
  unread: 'The story could not be read.',
  noScript: 'Dateline draws its timeline and map with JavaScript, which is turned off in this browser.',
};

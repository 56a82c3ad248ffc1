/** English words of the walk through a story: its steps, to be read and to be written. */
export const walkMessages = {
  name: 'Walk through the story',
  position: (position: string, count: string) => `${position} of ${count}`,
  /** Told to those who hear the page when a step is shown. */
  shown: (position: string, count: string, title: string) => `Step ${position} of ${count}${title === '' ? '' : `: ${title}`}`,
  untitled: (position: string) => `Step ${position}`,
  previous: 'Back',
  next: 'Next',
  leave: 'All events',
  edit: 'Edit the steps',
  done: 'Done',
  empty: 'The story has no steps yet. Show the events, the time and the part of the map that the story begins with, and add that view as its first step.',
  add: 'Add this view as a step',
  title: 'Headline',
  text: 'Text',
  retake: 'Take the view as it is now',
  up: (title: string) => `Move “${title}” up`,
  down: (title: string) => `Move “${title}” down`,
  delete: (title: string) => `Delete “${title}”`,
};

import type { PlaybackKind } from '../../view/playback.ts';

/** English words of films: of what stands in them, and of the dialog that makes them. */
export const filmMessages = {
  /** An event and its time. */
  event: (when: string, title: string) => (when === '' ? title : `${when}: ${title}`),
  position: (position: string, all: string) => `${position} of ${all}`,
  events: (count: string, all: string) => `${count} of ${all} events`,

  about: 'The story as it plays, for places that take no page: what has not happened yet lies under a veil.',
  kind: 'What moves',
  kinds: { events: 'Event by event', growing: 'Growing window', sliding: 'Sliding window' } satisfies Record<PlaybackKind, string>,
  speed: 'Speed',
  times: (number: string) => `${number}\u00A0×`,
  scope: 'Events',
  scopes: { story: 'Whole story', view: 'What the page shows' },
  shape: 'Size',
  shapes: { social: 'Post, 1200 × 675', square: 'Square, 1080 × 1080', story: 'Story, 1080 × 1920' },
  theme: 'Colours',
  themes: { light: 'Light', dark: 'Dark' },
  format: 'Format',
  formats: { gif: 'GIF', mp4: 'MP4', webm: 'WebM' },
  hints: {
    gif: 'Plays everywhere, also in mail; large files.',
    mp4: 'For social media and presentations.',
    webm: 'For pages; small files.',
  },
  notHere: 'This browser cannot make such films.',
  preview: 'Preview of the film',
  frame: 'Frame',
  facts: (frames: number, number: string, duration: string) => `${frames === 1 ? '1 frame' : `${number} frames`}, ${duration}`,
  empty: 'The story has no dated events to play.',
  tooLong: (most: string) => `A film has at most ${most} frames. Choose a moving window, a higher speed or fewer events.`,
  save: (format: string) => `Save ${format}`,
  making: (part: string) => `Making the film: ${part}…`,
  stop: 'Stop',
  stopped: 'The film was not made.',
  saved: (name: string) => `Saved as ${name}.`,
  failed: (reason: string) => `The film could not be made: ${reason}`,
};

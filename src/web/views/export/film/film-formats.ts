/** The kinds of file that a film is saved as, frames a second of a moving window, and how many frames one may have. */
export const FILM_FORMATS = [
  { id: 'gif', mime: 'image/gif', rate: 10, most: 600 },
  { id: 'mp4', mime: 'video/mp4', rate: 25, most: 3600 },
  { id: 'webm', mime: 'video/webm', rate: 25, most: 3600 },
] as const;

export type FilmFormat = (typeof FILM_FORMATS)[number];
export type FilmFormatId = FilmFormat['id'];
export type VideoFormatId = Exclude<FilmFormatId, 'gif'>;

/** In place of a file name: the standard input or output. */
export const STANDARD = '-';

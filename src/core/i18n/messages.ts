import type { en } from './en.ts';

/** The catalogue's shape: English sets it, every other language must fill it. */
export type Messages = typeof en;

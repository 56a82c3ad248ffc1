import type { Opened } from './store.ts';

/** Whether a story was made by a newer version of the program: what this one does not know of it would be lost with a change. */
export const isNewer = ({ issues }: Opened): boolean => issues.some(({ code }) => code === 'version-newer');

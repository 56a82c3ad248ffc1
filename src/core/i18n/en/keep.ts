import { isolated } from '../isolated.ts';

const named = (title: string): string => (title === '' ? 'an untitled story' : `“${isolated(title)}”`);

/** English words of what is kept: the sign in the top bar, the bars under it, the list of stories. */
export const keepMessages = {
  sign: {
    saved: 'Saved',
    saving: 'Saving…',
    unsaved: 'Not saved',
    full: 'Not saved: no room',
    'read-only': 'Read only',
  },
  signHint: {
    saved: 'All that you did to this story is on this machine’s disk.',
    saving: 'Your last change is being written to the disk.',
    unsaved: 'Your last changes are in this tab alone. Download a copy.',
    full: 'Your last changes are in this tab alone: the disk space for this page is used up. Download a copy.',
    'read-only': 'Another tab edits this story; this one follows it.',
  },

  offer: (title: string, ago: string) => `Go on with ${named(title)}, changed ${ago}`,
  allStories: 'All your stories',
  download: 'Download a copy',
  again: 'Try again',
  dismiss: 'Dismiss',
  full: 'Not saved: the disk space for this page is used up. Nothing is lost as long as this tab is open. Download a copy, or delete stories that you no longer need.',
  unsaved: 'Not saved: the browser could not write to the disk. Nothing is lost as long as this tab is open. Download a copy to be sure.',
  off: 'Not saved: this browser keeps nothing for this page, as in some private windows. Download a copy before you close the tab.',

  follow: {
    no: 'Another tab edits this story. This one follows it, and shows each change as it is saved.',
    asked: 'Asking the other tab…',
    refused: 'The other tab has changes that are not saved yet. See to them there first.',
    silent: 'The other tab does not answer. Close it to edit here.',
  },
  editHere: 'Edit here',
  gone: 'The story of this link is not among those kept in this browser. It was made in another one, or deleted for good.',
  notOpened: 'The story could not be read from the disk.',

  library: {
    title: 'Your stories',
    intro: 'Stories that you have worked on. They lie in this browser, on this machine alone.',
    empty: 'Nothing yet. A story is kept here from the first change that you make.',
    reading: 'Reading the disk…',
    untitled: 'Untitled story',
    untitledFile: 'story',
    about: (events: number, written: string, ago: string, size: string) => `${written} ${events === 1 ? 'event' : 'events'} · changed ${ago} · ${size}`,
    present: 'Open now',
    rename: 'Rename',
    renameNamed: (title: string) => `Rename ${named(title)}`,
    duplicateNamed: (title: string) => `Duplicate ${named(title)}`,
    removeNamed: (title: string) => `Delete ${named(title)}`,
    newTitle: (title: string) => `New title of ${named(title)}`,
    duplicate: 'Duplicate',
    copyOf: (title: string) => (title === '' ? 'Copy' : `Copy of ${title}`),
    remove: 'Delete',
    removed: (title: string) => `Deleted ${named(title)}.`,
    undo: 'Undo',
    deleted: 'Deleted in the last 30 days',
    bringBack: 'Bring back',
    bringBackNamed: (title: string) => `Bring back ${named(title)}`,
    importFile: 'Import a file…',
    taken: (count: number, written: string) => (count === 1 ? '1 story is now among yours.' : `${written} stories are now among yours.`),
    notTaken: (names: readonly string[]) => `These stories of the archive could not be kept: ${names.map((name) => isolated(name)).join(', ')}. Open each by itself to see why.`,
    exportAll: 'Export all',
    exporting: 'Packing…',
    archive: 'dateline-stories',
    elsewhere: 'Another tab edits that story. Close it there first.',
    failed: 'The browser could not write that to the disk.',
  },
};

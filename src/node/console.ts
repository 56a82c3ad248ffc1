/** How a run ended, for scripts: done, something is wrong with the file, something is wrong with the arguments. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where the command line writes its sentences: what was asked for, and what went wrong. */
export interface Console {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
  /** How far the work on several files has come, in a line that gives way to the next; empty at the end. */
  readonly progress: (text: string) => void;
}

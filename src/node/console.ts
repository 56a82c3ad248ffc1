/** How a run ended, for scripts: done, something is wrong with the file, something is wrong with the arguments. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where the command line writes its sentences: what was asked for, and what went wrong. */
export interface Console {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

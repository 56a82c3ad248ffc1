/** What has become of one order, told to people and to programs. */
export interface Outcome {
  readonly isDone: boolean;
  /** Sentences for the standard output and the standard error. */
  readonly said: readonly string[];
  readonly complaints: readonly string[];
  /** The same for programs: plain JSON. */
  readonly facts: object;
}

/** An order that could not be carried out. */
export const refusal = (error: string): Outcome => ({ isDone: false, said: [], complaints: [error], facts: { error } });

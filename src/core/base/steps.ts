/** Work in steps: whoever runs it may pause, tell of it or stop between any two of them. */
export type Steps<Progress, T> = Generator<Progress, T, void>;

/** Takes all steps at once. */
export function finished<T>(steps: Steps<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same steps, each told in another way. */
export function* retold<A, B, T>(steps: Steps<A, T>, tell: (progress: A) => B): Steps<B, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield tell(step.value);
  }
}

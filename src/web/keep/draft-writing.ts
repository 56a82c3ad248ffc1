import { signal, type ReadonlySignal } from '@preact/signals';

/** How often what is typed is taken down, at most. */
const EVERY_MS = 200;

/** Takes down what is typed in forms: the first letter at once, what follows soon after, and never more than the last state of each form. */
export function draftWriting(take: (form: string, text: string | undefined) => void): {
  readonly write: (form: string, text: string | undefined) => void;
  /** Whether something typed still waits. */
  readonly isWaiting: ReadonlySignal<boolean>;
  /** Takes down at once what still waits. */
  readonly flush: () => void;
} {
  const waiting = new Map<string, string | undefined>();
  const isWaiting = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    const forms = [...waiting];
    waiting.clear();
    for (const [form, text] of forms) take(form, text);
    isWaiting.value = false;
  };
  const rest = (): void => {
    timer = undefined;
    if (waiting.size === 0) return;
    flush();
    timer = setTimeout(rest, EVERY_MS);
  };
  return {
    write: (form, text) => {
      waiting.set(form, text);
      isWaiting.value = true;
      if (timer === undefined) rest();
    },
    isWaiting,
    flush,
  };
}

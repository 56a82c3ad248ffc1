import { useSignal, useSignalEffect, type ReadonlySignal } from '@preact/signals';

/** The last value of a signal that has stood for a while, in milliseconds; at first the one that it has. */
export function useSettled<T>(source: ReadonlySignal<T>, delayMs: number): ReadonlySignal<T> {
  const settled = useSignal(source.peek());
  useSignalEffect(() => {
    const { value } = source;
    const timer = setTimeout(() => {
      settled.value = value;
    }, delayMs);
    return () => clearTimeout(timer);
  });
  return settled;
}

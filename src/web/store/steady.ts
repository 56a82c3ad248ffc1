import { computed, type ReadonlySignal } from '@preact/signals';

/** What `compute` gives, as the same object as long as its members are the same, so that what follows is not computed again. */
export function steady<T extends object>(compute: () => T): ReadonlySignal<T>;
export function steady<T extends object>(compute: () => T | undefined): ReadonlySignal<T | undefined>;
export function steady<T extends object>(compute: () => T | undefined): ReadonlySignal<T | undefined> {
  let last: T | undefined;
  return computed(() => {
    const next = compute();
    if (next === undefined || last === undefined || !hasSameMembers(next, last)) last = next;
    return last;
  });
}

const hasSameMembers = <T extends object>(a: T, b: T): boolean => (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);

/** An expected outcome: a value, or the reason there is none. A programmer's mistake throws instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A successful result. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failed result. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** For the default branch of a switch over a union: compiles only when every case is handled. */
export function unreachable(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}

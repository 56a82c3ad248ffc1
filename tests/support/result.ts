import type { Result } from '../../src/core/base/result.ts';

/** The value of a result that must be one; throws with the error of one that failed. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

import type { BaseMap } from '../../core/geo/base-map.ts';
import type { PaintGround } from '../platform/ground-painter.ts';
import type { BaseMapSource } from '../worker/load-base-map.ts';

type Take = (base: BaseMap, paint: PaintGround) => void;

/** One base map for all stories of a page. */
export interface SharedBaseMap {
  /** Calls back with the newest version of it, if there is one, and with every later one; returns the end of it. */
  readonly follow: (take: Take) => () => void;
  /** Resolves to whether the whole of it came; the first call has it fetched. */
  readonly whole: () => Promise<boolean>;
}

/** Shares a base map, which is fetched when it is first asked for; one that did not come is tried again with the next story. */
export function sharedBaseMap(source: () => Promise<BaseMapSource>): SharedBaseMap {
  const takers = new Set<Take>();
  let newest: Parameters<Take> | undefined;
  let coming: Promise<boolean> | undefined;
  const load = async (): Promise<boolean> => {
    const [{ loadBaseMap }, from] = await Promise.all([import('../worker/load-base-map.ts'), source()]);
    const outcome = await loadBaseMap(from, (...version) => {
      newest = version;
      for (const take of takers) take(...version);
    });
    return outcome.ok;
  };
  return {
    follow: (take) => {
      takers.add(take);
      if (newest !== undefined) take(...newest);
      return () => takers.delete(take);
    },
    whole: async () => {
      coming ??= load().catch(() => false);
      const isWhole = await coming;
      if (!isWhole) coming = undefined;
      return isWhole;
    },
  };
}

import { err, ok, type Result } from '../../core/base/result.ts';
import type { BaseMap } from '../../core/geo/base-map.ts';
import { unpackBaseMap } from '../../core/geo/pack-base-map.ts';
import type { GroundView } from '../../core/layout/base-map-ground.ts';
import type { BaseMapFiles, BaseMapOrder, BaseMapReport, Ready } from './protocol.ts';
import type { WorkerLine } from './worker-line.ts';

/** A worker that builds and paints base maps. */
export type BaseMapLine = WorkerLine<BaseMapOrder, Ready | BaseMapReport>;

/** Where a base map comes from. */
export interface BaseMapSource {
  /** From the first sight of it to the whole. */
  readonly versions: readonly BaseMapFiles[];
  /** Starts what builds and paints it beside the page. */
  readonly startWorker: () => Promise<BaseMapLine | undefined>;
}

/** Paints a base map without names, so many pixels for each of the view's. */
type PaintGround = (view: GroundView, scale: number) => Promise<ImageBitmap>;

/**
 * Loads a base map, built and painted in a worker where there is one; `onReady` is called for each version of it.
 * The error names the file that could not be had; what was shown before it stays. The worker stays for as long as the page.
 */
export async function loadBaseMap({ versions, startWorker }: BaseMapSource, onReady: (base: BaseMap, paint: PaintGround) => void): Promise<Result<undefined, string>> {
  const worker = await startWorker();
  const there = worker && baseMapWorker(worker);
  try {
    for (const files of versions) {
      const base = await (there === undefined ? fetchHere(files) : there.fetch(files));
      onReady(base, async (view, scale) => (await there?.paint(view, scale)) ?? paintHere(base, view, scale));
    }
    return ok(undefined);
  } catch (problem) {
    return err(problem instanceof Error ? problem.message : String(problem));
  }
}

async function fetchHere(files: BaseMapFiles): Promise<BaseMap> {
  const { fetchBaseMap } = await import('./serve-base-map.ts');
  return fetchBaseMap(files);
}

async function paintHere(base: BaseMap, view: GroundView, scale: number): Promise<ImageBitmap> {
  const { paintGround } = await import('./paint-ground.ts');
  return paintGround(base, view, scale);
}

/** A worker that builds base maps and paints the newest. */
interface BaseMapWorker {
  readonly fetch: (files: BaseMapFiles) => Promise<BaseMap>;
  /** `undefined` when the worker cannot paint, or cannot go on. */
  readonly paint: (view: GroundView, scale: number) => Promise<ImageBitmap | undefined>;
}

const gone = (): Error => new Error('the worker of the base map could not go on');

function baseMapWorker(worker: BaseMapLine): BaseMapWorker {
  const pictures = new Map<number, (picture: ImageBitmap | undefined) => void>();
  let ends: { readonly resolve: (base: BaseMap) => void; readonly reject: (problem: Error) => void } | undefined;
  let tickets = 0;
  let isGone = false;
  worker.onReport((report) => {
    switch (report?.kind) {
      case 'base-map':
        ends?.resolve(unpackBaseMap(report.base));
        return;
      case 'missing':
        ends?.reject(new Error(report.reason));
        return;
      case 'ground':
        pictures.get(report.ticket)?.(report.picture);
        pictures.delete(report.ticket);
        return;
      default:
        isGone = true;
        ends?.reject(gone());
        for (const settle of pictures.values()) settle(undefined);
        pictures.clear();
    }
  });
  return {
    fetch: (files) =>
      new Promise((resolve, reject) => {
        if (isGone) {
          reject(gone());
          return;
        }
        ends = { resolve, reject };
        worker.order({ kind: 'base-map', files }, []);
      }),
    paint: (view, scale) =>
      new Promise((resolve) => {
        if (isGone) {
          resolve(undefined);
          return;
        }
        tickets += 1;
        pictures.set(tickets, resolve);
        worker.order({ kind: 'ground', ticket: tickets, view, scale }, []);
      }),
  };
}

import { generatedRows, type GeneratedRow } from '../../support/generated-rows.ts';

/** What a page of the bench can do; each way of drawing puts its own on `window.subject`. A step is numbered from 0 and done within a frame. */
export interface Subject {
  readonly load: (rows: readonly GeneratedRow[]) => void | Promise<void>;
  readonly steps: Readonly<Record<string, (k: number) => void | Promise<void>>>;
}

/** What the bench asks of every page. */
export interface Driver {
  /** Has so many rows in memory, outside of what is measured. */
  readonly prepare: (count: number) => void;
  readonly load: () => Promise<void>;
  /** One step, until it is painted; ends in a mark of the name. */
  readonly step: (name: string, k: number) => Promise<void>;
  /** Resolves after a frame has been painted, with a mark of the name. */
  readonly frame: (mark: string) => Promise<void>;
}

declare global {
  interface Window {
    subject: Subject;
    readonly driver: Driver;
  }
}

const nextFrame = (): Promise<void> => new Promise((resolve) => void requestAnimationFrame(() => resolve()));

/** A message comes after the frame has been painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => {
        port1.close();
        resolve();
      });
      port1.start();
      port2.postMessage(undefined);
    });
  });

let rows: readonly GeneratedRow[] = [];

const driver: Driver = {
  prepare: (count) => {
    rows = [...generatedRows(count)];
  },
  load: async () => {
    await window.subject.load(rows);
    await painted();
  },
  step: async (name, k) => {
    const act = window.subject.steps[name];
    if (act === undefined) throw new Error(`this page has no step ${JSON.stringify(name)}`);
    await nextFrame();
    await act(k);
    await painted();
    performance.mark('step');
  },
  frame: async (mark) => {
    await painted();
    performance.mark(mark);
  },
};
Object.assign(window, { driver });

import type { CDPSession } from '@playwright/test';

/** A task of the page's main thread; times in milliseconds, `cpu` of the thread itself. */
export interface Task {
  readonly at: number;
  readonly cpu: number;
}

/** What the page's threads did in a stretch of time. */
export interface Traced {
  readonly tasks: readonly Task[];
  /** Times of the marks that the page set, by name, in order. */
  readonly marks: readonly { readonly name: string; readonly at: number }[];
  /** Milliseconds of CPU in all workers together. */
  readonly workers: number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** What a thread is busy with, from message loop to message loop. */
const TASK = 'ThreadControllerImpl::RunTask';
const CATEGORIES = ['toplevel', 'blink.user_timing'];

/**
 * Records what the threads of a page do while `act` runs. CPU, not the time on the clock, is what is counted, so that others on the machine
 * do not show. The page's main thread is the one that sets marks; `act` must see to at least one.
 */
export async function traced(cdp: CDPSession, act: () => Promise<void>): Promise<Traced> {
  const events: TraceEvent[] = [];
  const threads = new Map<string, string>();
  const collect = ({ value }: { readonly value: readonly object[] }): void => {
    for (const event of value as readonly TraceEvent[]) {
      if (event.name === TASK || event.cat === 'blink.user_timing') events.push(event);
      else if (event.name === 'thread_name') threads.set(`${event.pid} ${event.tid}`, event.args.name ?? '');
    }
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'], recordMode: 'recordAsMuchAsPossible' },
  });
  try {
    await act();
  } finally {
    const complete = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', collect);
  }
  return summary(events, threads);
}

function summary(events: readonly TraceEvent[], threads: ReadonlyMap<string, string>): Traced {
  const marked = events.filter(({ cat }) => cat === 'blink.user_timing');
  const own = marked[0];
  if (own === undefined) throw new Error('the page set no mark');
  const tasks: Task[] = [];
  let workers = 0;
  for (const { name, pid, tid, ts, tdur = 0 } of events) {
    if (name !== TASK || pid !== own.pid) continue;
    if (tid === own.tid) tasks.push({ at: ts / 1000, cpu: tdur / 1000 });
    else if ((threads.get(`${pid} ${tid}`) ?? '').startsWith('DedicatedWorker')) workers += tdur / 1000;
  }
  const marks = marked.filter(({ tid }) => tid === own.tid).map(({ name, ts }) => ({ name, at: ts / 1000 }));
  return { tasks: tasks.sort((a, b) => a.at - b.at), marks: marks.sort((a, b) => a.at - b.at), workers };
}

/** CPU of the main thread between one mark of a name and the next. */
export function between({ tasks, marks }: Traced, name: string): readonly number[] {
  const times = marks.filter((mark) => mark.name === name).map(({ at }) => at);
  const sums = times.slice(1).map(() => 0);
  for (const { at, cpu } of tasks) {
    const next = times.findIndex((time) => time > at);
    if (next > 0) sums[next - 1] = (sums[next - 1] ?? 0) + cpu;
  }
  return sums;
}

/** CPU of the main thread in all. */
export const inAll = ({ tasks }: Traced): number => tasks.reduce((sum, { cpu }) => sum + cpu, 0);

/** The longest task of the main thread. */
export const longest = ({ tasks }: Traced): number => tasks.reduce((most, { cpu }) => Math.max(most, cpu), 0);

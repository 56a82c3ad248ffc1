import type { Refusal, NotEvent } from '../../core/model/account.ts';
import { adoptPrepared } from '../../core/model/derived.ts';
import type { Issue } from '../../core/model/issue.ts';
import { partsOf } from '../../core/keep/snapshot.ts';
import { inSlices } from '../platform/slices.ts';
import type { Opened } from '../store/store.ts';
// oxlint-disable-next-line import/default -- with this query the bundler gives the file's address instead of what is in it
import entryUrl from './keep-worker.ts?worker&url';
import { startWorkerAt, type WorkerLine } from '../worker/worker-line.ts';
import type { Disk, FoundOpen } from './disk.ts';
import type { Failure, KeepAnswers, KeepOrder, KeepReport, KeepWork, OpenedAnswer, ToldLists } from './keep-orders.ts';
import type { ShelfName, ShelfPen } from './shelf.ts';

type Line = WorkerLine<KeepOrder, KeepReport>;

interface Asked {
  readonly resolve: (answer: KeepAnswers[KeepWork['do']]) => void;
  readonly reject: (reason: DOMException) => void;
  readonly told: ToldLists[];
}

/** The shelves at the other end of a worker, which alone reads and writes them; `undefined` where none can be started, or has no shelf. */
export async function openWorkerDisk(): Promise<Disk | undefined> {
  const worker = keepingWorker(() => startWorkerAt<KeepOrder, KeepReport>(entryUrl, 'module', 'dateline-keeper'));
  const names = await worker.ask({ do: 'shelves' }).then(({ answer }) => answer, () => []);
  if (names.length === 0) return undefined;
  return {
    shelves: names.map((shelf) => penOf(shelf, worker)),
    list: async () => (await worker.ask({ do: 'list' })).answer,
    find: async (story) => (await worker.ask({ do: 'find', story })).answer,
    open: async (story, known) => {
      const { answer, told } = await worker.ask({ do: 'open', story, known });
      return answer && foundOpen(answer, told);
    },
    writeSnapshot: async (head, pieces) => {
      const { length, failures } = await worker.snapshot(head, pieces);
      return { length, failures: new Map(failures.map(([name, failure]) => [name, exceptionOf(failure)])) };
    },
  };
}

const penOf = (name: ShelfName, { ask }: KeepingWorker): ShelfPen => ({
  name,
  append: async (story, base, lines) => void (await ask({ do: 'append', shelf: name, story, base, lines })),
  forgetBefore: async (story, seq) => void (await ask({ do: 'forget', shelf: name, story, seq })),
  remove: async (story) => void (await ask({ do: 'remove', shelf: name, story })),
});

/** A story with the lists that were told before it, and with its indexes at hand. */
function foundOpen({ found, prepared }: OpenedAnswer, told: readonly ToldLists[]): FoundOpen {
  const { opened } = found;
  if (opened === undefined) return found;
  adoptPrepared(opened.dataset, prepared);
  const issues: Issue[] = [];
  const refused: Refusal[] = [];
  const notEvents: NotEvent[] = [];
  for (const lists of told) {
    issues.push(...lists.issues);
    refused.push(...lists.refused);
    notEvents.push(...lists.notEvents);
  }
  const { imported } = opened;
  const whole: Opened = { ...opened, issues, imported: imported && { ...imported, account: { ...imported.account, refused, notEvents } } };
  return { ...found, opened: whole };
}

interface KeepingWorker {
  /** Asks for a piece of work; rejects with a `DOMException`. */
  readonly ask: <Do extends KeepWork['do']>(work: Extract<KeepWork, { readonly do: Do }>) => Promise<{ readonly answer: KeepAnswers[Do]; readonly told: readonly ToldLists[] }>;
  /** Sends a snapshot over, a part at a time between other things. */
  readonly snapshot: (head: NonNullable<Extract<KeepWork, { readonly do: 'snapshot' }>['head']>, pieces: Iterable<Uint8Array>) => Promise<KeepAnswers['snapshot']>;
}

/** A worker that is started with the first piece of work, and again when it has ended. */
function keepingWorker(start: () => Promise<Line | undefined>): KeepingWorker {
  const waiting = new Map<number, Asked>();
  let tickets = 0;
  let line: Promise<Line> | undefined;

  const fail = (): void => {
    for (const { reject } of waiting.values()) reject(new DOMException('the worker that keeps stories has ended', 'AbortError'));
    waiting.clear();
    void line?.then(({ end }) => end(), () => undefined);
    line = undefined;
  };
  const begin = async (): Promise<Line> => {
    const worker = await start();
    if (worker === undefined) throw new DOMException('no worker can be started', 'NotSupportedError');
    worker.onReport((report) => {
      if (report === undefined) {
        fail();
        return;
      }
      if (report.kind === 'ready') return;
      const asked = waiting.get(report.ticket);
      if (report.kind === 'told') {
        asked?.told.push(report.lists);
        return;
      }
      waiting.delete(report.ticket);
      if (report.kind === 'done') asked?.resolve(report.answer);
      else asked?.reject(exceptionOf(report.failure));
    });
    return worker;
  };
  const started = async (): Promise<Line> => {
    line ??= begin();
    return line.catch((error: unknown) => {
      line = undefined;
      throw error;
    });
  };
  const askOf = (worker: Line, ticket: number, work: KeepWork): Promise<{ readonly answer: KeepAnswers[KeepWork['do']]; readonly told: readonly ToldLists[] }> =>
    new Promise((resolve, reject) => {
      const told: ToldLists[] = [];
      waiting.set(ticket, { resolve: (answer) => resolve({ answer, told }), reject, told });
      worker.order({ kind: 'work', ticket, work }, []);
    });
  return {
    ask: async <Do extends KeepWork['do']>(work: Extract<KeepWork, { readonly do: Do }>) => {
      const worker = await started();
      tickets += 1;
      // Each piece of work is answered by an answer of its own kind.
      return (await askOf(worker, tickets, work)) as { readonly answer: KeepAnswers[Do]; readonly told: readonly ToldLists[] };
    },
    snapshot: async (head, pieces) => {
      const worker = await started();
      tickets += 1;
      const ticket = tickets;
      await inSlices(sending(partsOf(pieces), (bytes) => worker.order({ kind: 'part', ticket, bytes }, [bytes]))).catch((error: unknown) => {
        worker.order({ kind: 'work', ticket, work: { do: 'snapshot', head: undefined } }, []);
        throw error;
      });
      if ((await line) !== worker) throw new DOMException('the worker has ended on the way', 'AbortError');
      return (await askOf(worker, ticket, { do: 'snapshot', head })).answer as KeepAnswers['snapshot'];
    },
  };
}

/** Sends parts one by one. */
function* sending(parts: Iterable<Uint8Array<ArrayBuffer>>, send: (bytes: ArrayBuffer) => void): Generator<undefined, true, void> {
  for (const { buffer } of parts) {
    send(buffer);
    yield undefined;
  }
  return true;
}

const exceptionOf = ({ name, message }: Failure): DOMException => new DOMException(message, name);

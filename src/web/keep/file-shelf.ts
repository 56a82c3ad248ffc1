import { decodeUtf8 } from '../../core/base/utf8.ts';
import { keptFileOf, membersOf, openRoom, type FileWork } from '../worker/kept-files.ts';
import { startWorker } from '../worker/start-worker.ts';
import type { WorkerLine } from '../worker/worker-line.ts';
import type { Shelf, ShelfStory } from './shelf.ts';

/** The longest head of a snapshot that is looked for. */
const HEAD_BYTES = 2 ** 22;

/** The shelf in the site's own file system. Rejects where the browser has none, as in some private windows. */
export async function openFileShelf(): Promise<Shelf> {
  const room = await openRoom();
  const work = fileWorker();
  return {
    name: 'files',
    stories: async () => {
      const ids: string[] = [];
      for await (const [name, { kind }] of membersOf(room)) if (kind === 'directory') ids.push(name);
      return ids;
    },
    read: (story) => readFolder(room, story),
    writeSnapshot: (story, { head, seq, parts }) => work({ do: 'snapshot', story, seq, bytes: new Blob([`${head}\n`, ...parts]) }),
    append: (story, base, lines) => work({ do: 'append', story, base, text: lines.map(({ line }) => `${line}\n`).join('') }),
    forgetBefore: (story, seq) => work({ do: 'forget', story, seq }),
    remove: (story) => work({ do: 'remove', story }),
  };
}

async function readFolder(room: FileSystemDirectoryHandle, story: string): Promise<ShelfStory> {
  const snapshots: ShelfStory['snapshots'][number][] = [];
  const lines: string[] = [];
  const folder = await room.getDirectoryHandle(story).catch(() => undefined);
  if (folder === undefined) return { snapshots, lines };
  for await (const [name, handle] of membersOf(folder)) {
    const kept = keptFileOf(name);
    if (kept === undefined || handle.kind !== 'file') continue;
    const file = await (handle as FileSystemFileHandle).getFile();
    if (kept.kind === 'journal') lines.push(...(await file.text()).split('\n').filter((line) => line !== ''));
    else {
      const top = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
      const end = top.indexOf(LINE_FEED);
      if (end < 0) continue;
      snapshots.push({ head: decodeUtf8(top.subarray(0, end)), body: async () => new Uint8Array(await file.slice(end + 1).arrayBuffer()) });
    }
  }
  return { snapshots, lines };
}

const LINE_FEED = 10;

/** A worker that is started with the first piece of work, and again when it has ended. */
function fileWorker(): (work: FileWork) => Promise<void> {
  const waiting = new Map<number, { readonly resolve: () => void; readonly reject: (reason: DOMException) => void }>();
  let tickets = 0;
  let line: Promise<WorkerLine> | undefined;

  const fail = (): void => {
    for (const { reject } of waiting.values()) reject(new DOMException('the worker that writes files has ended', 'AbortError'));
    waiting.clear();
    void line?.then(({ end }) => end(), () => undefined);
    line = undefined;
  };
  const start = async (): Promise<WorkerLine> => {
    const worker = await startWorker();
    if (worker === undefined) throw new DOMException('no worker can be started', 'NotSupportedError');
    worker.onReport((report) => {
      if (report?.kind !== 'written') {
        fail();
        return;
      }
      const asked = waiting.get(report.ticket);
      waiting.delete(report.ticket);
      if (report.failure === undefined) asked?.resolve();
      else asked?.reject(new DOMException(report.failure.message, report.failure.name));
    });
    return worker;
  };

  return async (work) => {
    line ??= start();
    const worker = await line.catch((error: unknown) => {
      line = undefined;
      throw error;
    });
    tickets += 1;
    const ticket = tickets;
    return new Promise((resolve, reject) => {
      waiting.set(ticket, { resolve, reject });
      worker.order({ kind: 'write', ticket, work }, []);
    });
  };
}

import { unreachable } from '../../core/base/result.ts';
import { buffersOf, TOLD_AT_ONCE } from '../worker/protocol.ts';
import type { Opened } from '../store/store.ts';
import type { SnapshotOutcome } from './disk.ts';
import type { Failure, KeepAnswers, KeepOrder, KeepReport, KeepWork, OpenedAnswer, ToldLists } from './keep-orders.ts';
import { localDisk, writeParts } from './local-disk.ts';
import type { Shelf, ShelfName } from './shelf.ts';

type Post = (report: KeepReport, handedOver: readonly ArrayBuffer[]) => void;

/** Serves what the page asks of the shelves, each piece of work by itself: a line is written while a large story is. */
export function keepService(shelves: Promise<readonly Shelf[]>, post: Post): (order: KeepOrder) => Promise<void> {
  const parts = new Map<number, Uint8Array<ArrayBuffer>[]>();
  const shelfOf = async (name: ShelfName): Promise<Shelf> => {
    const shelf = (await shelves).find((each) => each.name === name);
    if (shelf === undefined) throw new DOMException(`no shelf ${name}`, 'NotFoundError');
    return shelf;
  };
  const serve = async (ticket: number, work: KeepWork): Promise<KeepAnswers[KeepWork['do']]> => {
    switch (work.do) {
      case 'shelves':
        return (await shelves).map(({ name }) => name);
      case 'list':
        return localDisk(await shelves).list();
      case 'find': {
        const found = await localDisk(await shelves).find(work.story);
        return found && { head: found.head, about: found.about, start: found.start };
      }
      case 'open': {
        const found = await localDisk(await shelves).open(work.story, work.known);
        if (found?.opened === undefined) return found && { found, prepared: {} };
        const opened = tellLists(found.opened, (lists) => post({ kind: 'told', ticket, lists }, []));
        const { prepareIndexes } = await import('../../core/layout/indexes.ts');
        return { found: { ...found, opened }, prepared: prepareIndexes(opened.dataset) };
      }
      case 'append':
        return (await shelfOf(work.shelf)).append(work.story, work.base, work.lines) as Promise<undefined>;
      case 'forget':
        return (await shelfOf(work.shelf)).forgetBefore(work.story, work.seq) as Promise<undefined>;
      case 'remove':
        return (await shelfOf(work.shelf)).remove(work.story) as Promise<undefined>;
      case 'snapshot': {
        const body = parts.get(ticket) ?? [];
        parts.delete(ticket);
        return plainOutcome(work.head === undefined ? NOTHING : await writeParts(await shelves, work.head, body));
      }
      default:
        return unreachable(work);
    }
  };
  return async (order) => {
    const { ticket } = order;
    if (order.kind === 'part') {
      const known = parts.get(ticket) ?? [];
      known.push(new Uint8Array(order.bytes));
      parts.set(ticket, known);
      return;
    }
    try {
      const answer = await serve(ticket, order.work);
      post({ kind: 'done', ticket, answer }, order.work.do === 'open' && answer !== undefined ? buffersOfOpened(answer as OpenedAnswer) : []);
    } catch (error) {
      post({ kind: 'failed', ticket, failure: failureOf(error) }, []);
    }
  };
}

const NOTHING: SnapshotOutcome = { length: 0, failures: new Map() };

const plainOutcome = ({ length, failures }: SnapshotOutcome): KeepAnswers['snapshot'] => ({
  length,
  failures: Array.from(failures, ([name, reason]) => [name, failureOf(reason)] as const),
});

const failureOf = (reason: unknown): Failure =>
  reason instanceof Error || reason instanceof DOMException ? { name: reason.name, message: reason.message } : { name: 'UnknownError', message: String(reason) };

const buffersOfOpened = ({ found, prepared }: OpenedAnswer): readonly ArrayBuffer[] =>
  buffersOf({ dataset: found.opened?.dataset ?? {}, prepared });

/** Tells the long lists of a story some at a time, and gives it without them. */
function tellLists(opened: Opened, tell: (lists: ToldLists) => void): Opened {
  const { issues, imported } = opened;
  const { refused, notEvents } = imported?.account ?? { refused: [], notEvents: [] };
  for (let at = 0; at < Math.max(issues.length, refused.length, notEvents.length); at += TOLD_AT_ONCE) {
    const some = <T>(all: readonly T[]): readonly T[] => all.slice(at, at + TOLD_AT_ONCE);
    tell({ issues: some(issues), refused: some(refused), notEvents: some(notEvents) });
  }
  return { ...opened, issues: [], imported: imported && { ...imported, account: { ...imported.account, refused: [], notEvents: [] } } };
}

import type { NumberedLine, Shelf, ShelfStory } from '../../src/web/keep/shelf.ts';

interface Held {
  readonly heads: Map<number, { readonly head: string; readonly body: Uint8Array }>;
  readonly lines: Map<number, NumberedLine[]>;
}

/** A shelf in memory. What stands in `fault` is what the next writing fails with, until it is taken away. */
export function memoryShelf(name: Shelf['name'] = 'files') {
  const stories = new Map<string, Held>();
  const state: { fault: DOMException | undefined; written: number } = { fault: undefined, written: 0 };
  let gate = Promise.resolve();
  const held = (story: string): Held => {
    const known = stories.get(story) ?? { heads: new Map(), lines: new Map() };
    stories.set(story, known);
    return known;
  };
  const work = async (write: () => void): Promise<void> => {
    await gate;
    if (state.fault !== undefined) throw state.fault;
    write();
    state.written += 1;
  };
  const shelf: Shelf = {
    name,
    stories: () => Promise.resolve([...stories.keys()]),
    read: (story): Promise<ShelfStory> => {
      const { heads, lines } = stories.get(story) ?? { heads: new Map(), lines: new Map() };
      return Promise.resolve({
        snapshots: [...heads.values()].map(({ head, body }) => ({ head, body: () => onePiece(body) })),
        lines: [...lines.values()].flat().map(({ line }) => line),
      });
    },
    writeSnapshot: (story, { head, seq, parts }) =>
      work(() => {
        const body = Uint8Array.from(parts.flatMap((part) => [...part]));
        held(story).heads.set(seq, { head, body });
      }),
    append: (story, base, lines) =>
      work(() => {
        const all = held(story).lines;
        all.set(base, [...(all.get(base) ?? []), ...lines]);
      }),
    forgetBefore: (story, seq) =>
      work(() => {
        const { heads, lines } = held(story);
        for (const each of heads.keys()) if (each < seq) heads.delete(each);
        for (const each of lines.keys()) if (each < seq) lines.delete(each);
      }),
    remove: (story) => work(() => void stories.delete(story)),
  };
  return {
    shelf,
    state,
    /** Changes what lies on it, as a broken disk would. */
    damage: (story: string, change: (held: Held) => void) => change(held(story)),
    /** Lets all further writing wait, until what it returns is called. */
    slow: (): (() => void) => {
      let go = (): void => undefined;
      gate = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
    clear: () => stories.clear(),
    countOf: (story: string) => ({ snapshots: held(story).heads.size, lines: [...held(story).lines.values()].flat().length }),
  };
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield await Promise.resolve(bytes);
}

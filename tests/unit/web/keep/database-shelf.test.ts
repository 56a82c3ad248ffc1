import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { openDatabaseShelf } from '../../../../src/web/keep/database-shelf.ts';

vi.mock('idb', () => ({ openDB: vi.fn<(name: string, version: number, callbacks: { readonly terminated: () => void }) => Promise<unknown>>() }));

describe('the shelf in the database of the browser', () => {
  it('is opened again after the browser has closed it, and once more where that failed', async () => {
    const database = { getAllKeys: () => Promise.resolve([['a story', 1]]) };
    const open = vi.mocked(openDB) as unknown as ReturnType<typeof vi.fn>;
    open.mockResolvedValueOnce(database);
    const shelf = await openDatabaseShelf();
    expect(await shelf.stories()).toEqual(['a story']);
    const [[, , callbacks]] = open.mock.calls as [[string, number, { readonly terminated: () => void }]];
    callbacks.terminated();
    open.mockRejectedValueOnce(new DOMException('the disk is busy', 'UnknownError')).mockResolvedValueOnce(database);
    await expect(shelf.stories()).rejects.toThrow('the disk is busy');
    expect(await shelf.stories()).toEqual(['a story']);
  });
});

import { playerOf } from '../../../src/web/playback/player.ts';
import { createStore, type Store } from '../../../src/web/store/store.ts';
import type { CommandContext } from '../../../src/web/commands/command.ts';
import { datasetOf, type EventSketch } from '../../support/dataset.ts';
import { world } from '../../support/world.ts';

/** A store with sketched events opened. */
export const storeOf = (sketches: readonly EventSketch[]): Store =>
  createStore({ dataset: datasetOf(sketches), issues: [], fileName: 'story.geojson' }, world());

/** What a command acts on, with a record of what it asked of the page. */
export function contextOf(store: Store, { systemIsDark = false } = {}): CommandContext & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const ask = (name: string) => () => void asked.push(name);
  return {
    store,
    player: playerOf(store),
    mapSize: () => ({ width: 1000, height: 500 }),
    systemIsDark: () => systemIsDark,
    focusSearch: ask('focus search'),
    focusSelected: ask('focus selected'),
    showKeys: ask('show keys'),
    showExport: ask('show export'),
    save: ask('save'),
    tell: (sentence) => void asked.push(sentence),
    asked,
  };
}

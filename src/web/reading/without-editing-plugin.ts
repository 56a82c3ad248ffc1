import type { Plugin } from 'vite';

/**
 * What a story that is there to be read does without, and what stands in its place: the hands that change events, what a walk is
 * written with, and what is suggested for a date that cannot be read.
 */
const LEFT_OUT: readonly (readonly [module: RegExp, instead: string])[] = [
  [/\/web\/views\/timeline\/drag-events\.ts$/, 'export const attachEventDrags = () => () => undefined;'],
  [/\/web\/views\/list\/drag-from-tray\.ts$/, 'export const attachTrayDrags = () => () => undefined;'],
  [/\/web\/views\/map\/hands-on-map\.tsx$/, 'export const HandsOnMap = () => null;'],
  [/\/web\/views\/walk\/walk-editor\.tsx$/, 'export const WalkEditor = () => null;'],
  [/\/core\/validate\/suggest-edtf\.ts$/, 'export const suggestEdtf = () => undefined;'],
];

/** Leaves out of a build what changes stories. Throws when one of these modules is not there to be left out. */
export function withoutEditing(): Plugin {
  const met = new Set<string>();
  return {
    name: 'without-editing',
    load: {
      filter: { id: LEFT_OUT.map(([module]) => module) },
      handler(id) {
        const found = LEFT_OUT.find(([module]) => module.test(id));
        met.add(found?.[1] ?? '');
        return found?.[1];
      },
    },
    buildEnd(error) {
      const missing = LEFT_OUT.filter(([, instead]) => !met.has(instead));
      if (error === undefined && missing.length > 0) throw new Error(`nothing matches ${missing.map(([module]) => module.source).join(', ')}; see without-editing-plugin.ts`);
    },
  };
}

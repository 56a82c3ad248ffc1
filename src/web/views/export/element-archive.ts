import type { Dataset } from '../../../core/model/dataset.ts';
import { zipped } from '../../platform/zip.ts';
import { storyFile } from './make-page.ts';

/** Where the files of the element `<date-line>` lie beside this page, and which of them brings it. */
const FOLDER = 'element';
export const ELEMENT_SCRIPT = `${FOLDER}/date-line.js`;

/**
 * All that a page needs to show a story by the element `<date-line>`, as one ZIP file: the element's folder, and the story under a name beside it.
 * Rejects when a file cannot be fetched.
 */
export async function elementArchive(dataset: Dataset, storyName: string): Promise<Blob> {
  const [story, names] = await Promise.all([storyFile(dataset, new AbortController().signal), fetchBytes('files.json').then(namesIn)]);
  const files = await Promise.all(names.map(async (name) => [`${FOLDER}/${name}`, await fetchBytes(name)] as const));
  return zipped(new Map([...files, [storyName, new TextEncoder().encode(story)]]));
}

async function fetchBytes(name: string): Promise<Uint8Array> {
  const answer = await fetch(`${FOLDER}/${name}`);
  if (!answer.ok) throw new Error(`${name} of the element: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

// Written when this page was built: a list of names.
const namesIn = (bytes: Uint8Array): readonly string[] => JSON.parse(new TextDecoder().decode(bytes)) as readonly string[];

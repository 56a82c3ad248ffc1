// oxlint-disable-next-line import/default -- with this query the bundler gives the address of what it makes of the module
import template from '../../../core/export/page.ts?page-template';
import { toBase64 } from '../../../core/base/base64.ts';
import type { Steps } from '../../../core/base/steps.ts';
import { pageFaces } from '../../../core/export/page-faces.ts';
import { fillPage, type PageFont, type PageSettings } from '../../../core/export/page.ts';
import { dateline } from '../../../core/formats/dateline.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { inSlices } from '../../platform/slices.ts';
import { fontFile } from './fonts.ts';

/** The media type of pages. */
const HTML = 'text/html;charset=utf-8';

/** The address of the page that is put together with stories: without one, it asks the page around for it. */
export const PAGE_ADDRESS: string = template;

/** A story as a native file, written in slices; `undefined` when it was given up. */
export const storyFile = (dataset: Dataset, signal: AbortSignal): Promise<string | undefined> => inSlices(joined(dateline.write(dataset)), { signal });

/**
 * A story as one HTML file, written in slices so that the page answers meanwhile; `undefined` when it was given up. Rejects when the template
 * or a font cannot be fetched.
 */
export async function makePage(dataset: Dataset, settings: PageSettings, signal: AbortSignal): Promise<Blob | undefined> {
  const story = await storyFile(dataset, signal);
  if (story === undefined) return undefined;
  const [text, fonts] = await Promise.all([fetchTemplate(signal), Promise.all(pageFaces(story).map(pageFont))]);
  const { title, deck = '' } = dataset.story;
  return signal.aborted ? undefined : new Blob([fillPage(text, { title, description: deck, story, settings, fonts })], { type: HTML });
}

function* joined(pieces: Iterable<string>): Steps<undefined, string> {
  const taken: string[] = [];
  for (const piece of pieces) {
    taken.push(piece);
    yield undefined;
  }
  return taken.join('');
}

async function fetchTemplate(signal: AbortSignal): Promise<string> {
  const answer = await fetch(template, { signal });
  if (!answer.ok) throw new Error(`the template of pages: ${answer.status}`);
  return answer.text();
}

async function pageFont(face: PageFont['face']): Promise<PageFont> {
  const bytes = await fontFile(face);
  if (bytes === undefined) throw new Error(`${face.file} could not be fetched`);
  return { face, base64: toBase64(bytes) };
}

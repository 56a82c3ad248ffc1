import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
// oxlint-disable-next-line import/default -- with this query the bundler gives the address of what it makes of the module
import template from '../core/export/page.ts?page-template';
import { fillPage, type PageFont } from '../core/export/page.ts';
import { pageFaces } from '../core/export/page-faces.ts';
import { dateline } from '../core/formats/dateline.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import type { Theme } from '../core/view/view-state.ts';
import type { Input } from './arguments.ts';
import { writeBytes } from './files.ts';
import { openFile } from './open-file.ts';
import { refusal, type Outcome } from './outcome.ts';
import { readBuilt } from './resources.ts';
import { STANDARD } from './standard.ts';

/** Which story becomes a page, and how it is first seen. */
export interface PageOrder extends Input {
  readonly output: string;
  readonly theme: Theme;
  /** A shared link, or its part after `#`. */
  readonly view: string | undefined;
}

const require = createRequire(import.meta.url);

/** Writes a story as one HTML file that holds all it needs. */
export async function runPage({ input, answers, output, theme, view = '' }: PageOrder, words: Words): Promise<Outcome> {
  const opened = await openFile(input, answers, words);
  if (!opened.ok) return refusal(opened.error);
  const { dataset, sentences } = opened.value;
  const story = [...dateline.write(dataset)].join('');
  const fonts = await Promise.all(
    pageFaces(story).map(async (face): Promise<PageFont> => ({ face, base64: await readFile(require.resolve(`@fontsource-variable/${face.file}`), 'base64') })),
  );
  const page = fillPage(await readBuilt(template), {
    title: dataset.story.title,
    description: dataset.story.deck ?? '',
    story,
    settings: { view: view.slice(view.indexOf('#') + 1), theme, locale: words.formats.locale },
    fonts,
  });
  const written = await writeBytes(output, page, words);
  if (!written.ok) return refusal(written.error);
  const bytes = Buffer.byteLength(page);
  const said = output === STANDARD ? [] : [commandMessagesOf(words.messages).pageWritten(output, words.formats.number(Math.ceil(bytes / 1000)))];
  return { isDone: true, said, complaints: sentences, facts: { output, format: 'html', bytes, issues: sentences } };
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
// oxlint-disable-next-line import/default -- with this query the bundler gives the address of what it makes of the module
import template from '../core/export/page.ts?page-template';
import { fillPage, type PageFont } from '../core/export/page.ts';
import { pageFaces } from '../core/export/page-faces.ts';
import { dateline } from '../core/formats/dateline.ts';
import type { Answers } from '../core/formats/answers.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import type { Theme } from '../core/view/view-state.ts';
import { STANDARD } from './arguments.ts';
import type { Console } from './console.ts';
import { writeBytes } from './files.ts';
import { openFile } from './open-file.ts';
import { readBuilt } from './resources.ts';

/** Which story becomes a page, and how it is first seen. */
export interface PageOrder {
  readonly input: string;
  readonly answers: Answers;
  readonly output: string;
  readonly theme: Theme;
  /** A shared link, or its part after `#`. */
  readonly view: string | undefined;
}

const require = createRequire(import.meta.url);

/** Writes a story as one HTML file that holds all it needs; answers whether it could. */
export async function runPage({ input, answers, output, theme, view = '' }: PageOrder, words: Words, out: Console): Promise<boolean> {
  const opened = await openFile(input, answers, words);
  if (!opened.ok) {
    out.complain(opened.error);
    return false;
  }
  const { dataset, sentences } = opened.value;
  for (const sentence of sentences) out.complain(sentence);
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
  if (!written.ok) {
    out.complain(written.error);
    return false;
  }
  const kilobytes = Math.ceil(Buffer.byteLength(page) / 1000);
  if (output !== STANDARD) out.say(commandMessagesOf(words.messages).pageWritten(output, words.formats.number(kilobytes)));
  return true;
}

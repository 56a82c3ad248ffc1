import { makeWorld } from '../../../src/core/make-world.ts';
import type { FontFile } from '../../../src/core/export/fonts/font-file.ts';
import { toPdf } from '../../../src/core/export/pdf.ts';
import { toSvg } from '../../../src/core/export/svg.ts';
import { layoutFigure } from '../../../src/core/layout/figure.ts';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import { FONT_FACES } from '../../../src/core/scene/font-face-table.ts';
import { instant } from '../../../src/core/time/instant.ts';
import { openText } from '../../../src/core/validate/open.ts';
import { INITIAL_VIEW } from '../../../src/core/view/view-state.ts';
import { paintPicture } from '../../../src/web/worker/paint-picture.ts';
import type { ExportSubject, OfFormat } from './subject.ts';

/*
 * Dateline as a subject of the measurement: from an opened story to the bytes of a file, with the layout of the figure.
 */

let dataset: Dataset | undefined;
let fonts: readonly FontFile[] = [];

const layout = () => {
  if (dataset === undefined) throw new Error('no story is opened');
  return layoutFigure({ dataset, view: INITIAL_VIEW, parts: 'timeline', world: makeWorld({ locale: 'en', theme: 'light', now: instant(0) }), base: undefined }).scene;
};

const write: OfFormat = {
  svg: () => new Blob([toSvg(layout(), fonts)]),
  png: async (scale) => new Blob([...((await paintPicture(layout(), scale, () => true)) ?? [])]),
  pdf: () => new Blob([toPdf(layout(), fonts).bytes]),
};

const subject: ExportSubject = {
  formats: ['svg', 'png', 'pdf'],
  open: async (story) => {
    const text = await (await fetch(story)).text();
    const opened = openText(text);
    if (!opened.ok) throw new Error(`the story does not open: ${opened.error.code}`);
    ({ dataset } = opened.value);
    const all = FONT_FACES.filter(({ file }) => /latin-wght|latin-ext-wght/.test(file));
    fonts = await Promise.all(
      all.map(async (face) => {
        const bytes = new Uint8Array(await (await fetch(`/fonts/${face.file}`)).arrayBuffer());
        const font = new FontFace(face.family, bytes.slice(), { style: face.style, weight: face.weights.join(' '), unicodeRange: face.unicodeRange });
        document.fonts.add(font);
        await font.load();
        return { face, bytes };
      }),
    );
  },
  write: (format, scale) => write[format](scale),
};
window.exporter = subject;

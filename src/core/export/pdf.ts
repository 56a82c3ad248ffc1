import { paintCanvas } from '../paint/canvas.ts';
import type { Scene } from '../scene/scene.ts';
import type { FontFile } from './fonts/font-file.ts';
import { shapeLine } from './fonts/shape-line.ts';
import { typefaces } from './fonts/typeface.ts';
import { pdfCanvas } from './pdf/pdf-canvas.ts';
import { asciiBytes, pdfFile, pdfNumber, pdfText, refer } from './pdf/pdf-file.ts';
import { pdfFonts } from './pdf/pdf-fonts.ts';
import { pdfResources } from './pdf/pdf-resources.ts';
import { pdfStructure } from './pdf/pdf-structure.ts';

/** Points of a PDF page in a pixel of a figure, of which there are 96 in an inch. */
const POINTS = 72 / 96;

/** A PDF file, and what is not in it as it should be. */
export interface PdfPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The characters that no bundled font has, each once; frames stand for them. */
  readonly missing: readonly string[];
}

/**
 * The scene as a PDF file of one page in its true size: lines and letters, the fonts inside with the glyphs that are used, text that can be found,
 * copied and read aloud. The same scene and fonts give the same bytes.
 * @param fonts those of `fontFacesUsed`.
 */
export function toPdf(scene: Scene, fonts: readonly FontFile[]): PdfPicture {
  const file = pdfFile();
  const parts = { fonts: pdfFonts(file), resources: pdfResources(file), structure: pdfStructure(file) };
  const typefaceOf = typefaces(fonts);
  const missing = new Set<string>();
  const canvas = pdfCanvas({
    ...parts,
    shape: (text, font) => {
      const runs = shapeLine(text, font, typefaceOf);
      for (const run of runs) if (run.typeface === undefined) for (const character of run.text) missing.add(character);
      return runs;
    },
  });
  paintCanvas(scene, canvas.context);
  const [width, height] = [scene.size.width * POINTS, scene.size.height * POINTS];
  const turned = `${pdfNumber(POINTS)} 0 0 ${pdfNumber(-POINTS)} 0 ${pdfNumber(height)} cm\n`;
  const content = file.addStream('', asciiBytes(turned + canvas.content()));
  const [page, pages] = [file.reserve(), file.reserve()];
  file.add(
    `<< /Type /Page /Parent ${refer(pages)} /MediaBox [0 0 ${pdfNumber(width)} ${pdfNumber(height)}] /Contents ${refer(content)} /StructParents 0 /Tabs /S`
    + ` /Group << /S /Transparency /CS /DeviceRGB >> /Resources << /Font << ${parts.fonts.write()} >> ${parts.resources.entries()} >> >>`,
    page,
  );
  file.add(`<< /Type /Pages /Kids [${refer(page)}] /Count 1 >>`, pages);
  const structure = parts.structure.write(page, scene.language, scene.description ?? scene.title);
  const root = file.add(
    `<< /Type /Catalog /Pages ${refer(pages)} /Lang ${pdfText(scene.language)} /MarkInfo << /Marked true >> /StructTreeRoot ${refer(structure)}`
    + ' /ViewerPreferences << /DisplayDocTitle true >> >>',
  );
  const subject = scene.description === undefined ? '' : ` /Subject ${pdfText(scene.description)}`;
  const info = file.add(`<< /Title ${pdfText(scene.title)}${subject} /Creator (Dateline) /Producer (Dateline) >>`);
  return { bytes: file.finish(root, info), missing: [...missing] };
}

import { pdfText, refer, type PdfFile, type PdfRef } from './pdf-file.ts';

/** What of a page's content is what, so that it can be read aloud in its order (ISO 32000-1, 14.7 and 14.8). */
export interface PdfStructure {
  /** Operators around the drawing as a whole, which is described in words. */
  readonly figure: () => string;
  /** The operators of a line of text between those that say what it is; `actual` is the text where its glyphs do not tell it well. */
  readonly line: (operators: readonly string[], actual?: string) => readonly string[];
  /** Operators that begin what says nothing by itself. */
  readonly artifact: () => string;
  /** Writes the tree; answers its root. */
  readonly write: (page: PdfRef, language: string, alternative: string) => PdfRef;
}

export const END = 'EMC';

export function pdfStructure(file: PdfFile): PdfStructure {
  const kinds: ('Figure' | 'P')[] = [];
  const begin = (kind: 'Figure' | 'P'): string => `/${kind} <</MCID ${kinds.push(kind) - 1}>> BDC`;
  return {
    figure: () => begin('Figure'),
    line: (operators, actual) => {
      const told = actual === undefined ? operators : [`/Span <</ActualText ${pdfText(actual)}>> BDC`, ...operators, END];
      return [begin('P'), ...told, END];
    },
    artifact: () => '/Artifact BMC',
    write: (page, language, alternative) => {
      const [root, whole] = [file.reserve(), file.reserve()];
      const parts = kinds.map((kind, k) =>
        file.add(`<< /Type /StructElem /S /${kind} /P ${refer(whole)} /Pg ${refer(page)} /K ${k}${kind === 'Figure' ? ` /Alt ${pdfText(alternative)}` : ''} >>`),
      );
      const list = parts.map(refer).join(' ');
      file.add(`<< /Type /StructElem /S /Document /P ${refer(root)} /Lang ${pdfText(language)} /K [${list}] >>`, whole);
      const parents = file.add(`<< /Nums [0 [${list}]] >>`);
      return file.add(`<< /Type /StructTreeRoot /K ${refer(whole)} /ParentTree ${refer(parents)} /ParentTreeNextKey 1 >>`, root);
    },
  };
}

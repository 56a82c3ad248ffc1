import { describe, expect, it } from 'vitest';
import { toPdf } from '../../../../src/core/export/pdf.ts';
import type { Gradient, Mark, Scene } from '../../../../src/core/scene/scene.ts';
import { fontsOf } from './support/font-files.ts';
import { contentOf, linesOf, readPdf, readText, referredTo, type ReadPdf } from './support/read-pdf.ts';

const scene = (...marks: readonly Mark[]): Scene => ({
  size: { width: 400, height: 200 },
  background: '#ffffff',
  title: 'Talks & “plans”',
  description: 'Two events, in order',
  language: 'fa',
  marks,
});
const text = (content: string, more: Partial<Mark & { readonly kind: 'text' }> = {}): Mark => ({
  kind: 'text', x: 20, y: 40, text: content, font: { family: 'sans', size: 16, weight: 500 }, fill: '#16202a', anchor: 'start', ...more,
});
const read = (drawn: Scene): ReadPdf => readPdf(toPdf(drawn, fontsOf(drawn)).bytes);
const find = (pdf: ReadPdf, part: string): readonly string[] => [...pdf.objects.values()].filter((body) => body.includes(part));

describe('a PDF file', () => {
  it('is one page of the size that the figure has in print', () => {
    expect(find(read(scene()), '/Type /Page ')[0]).toContain('/MediaBox [0 0 300 150]');
  });

  it('says its title, its description and its language', () => {
    const pdf = read(scene());
    const info = pdf.objects.get(referredTo(pdf.trailer, 'Info')) ?? '';
    expect(readText(/\/Title <([0-9A-F]+)>/.exec(info)?.[1] ?? '')).toBe('Talks & “plans”');
    expect(readText(/\/Subject <([0-9A-F]+)>/.exec(info)?.[1] ?? '')).toBe('Two events, in order');
    const root = pdf.objects.get(referredTo(pdf.trailer, 'Root')) ?? '';
    expect(readText(/\/Lang <([0-9A-F]+)>/.exec(root)?.[1] ?? '')).toBe('fa');
  });

  it('is the same byte for byte from the same scene, with no date in it', () => {
    const drawn = scene(text('Oman'));
    const { bytes } = toPdf(drawn, fontsOf(drawn));
    expect(toPdf(drawn, fontsOf(drawn)).bytes).toEqual(bytes);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/CreationDate|ModDate/);
  });

  it('embeds every font that it names, as a part of the font', () => {
    const pdf = read(scene(text('Oman'), text('Talks', { font: { family: 'serif', size: 20, weight: 700, italic: true } }), text('تهران')));
    const descriptors = find(pdf, '/Type /FontDescriptor');
    expect(descriptors.map((body) => /\/FontName \/[A-Z]{6}\+(\S+)/.exec(body)?.[1])).toEqual(['Inter-500', 'SourceSerif4-700Italic', 'Vazirmatn-500']);
    for (const body of descriptors) {
      const file = pdf.streams.get(referredTo(body, 'FontFile2'));
      expect([...(file ?? [])].slice(0, 4)).toEqual([0, 1, 0, 0]);
      expect(file?.length).toBeLessThan(6000);
    }
  });

  it('keeps the text of every line, in the order of painting', () => {
    const lines = ['Talks, then “plans”', 'İstanbul – Łódź, Київ, Ελλάδα', 'office 12:30'];
    expect(linesOf(read(scene(...lines.map((line) => text(line)))))).toEqual(lines);
  });

  it('sets words from right to left as they stand, each letter with the character that it is', () => {
    // Lam and alef are one glyph; as those from right to left do, its letters follow each other turned around.
    expect(linesOf(read(scene(text('سلام (Oman)'))))).toEqual(['(Oman) مالس']);
  });

  it('tells a letter apart from another that looks the same where it stands', () => {
    // Persian and Arabic yeh share their shapes within a word.
    const [persian, arabic] = linesOf(read(scene(text('میز'), text('ميز'))));
    expect([persian, arabic]).toEqual(['زیم', 'زيم']);
  });

  it('tells spaced letters as the words that they are', () => {
    const content = contentOf(read(scene(text('OMAN', { font: { family: 'sans', size: 12, weight: 500, spacing: 2 } }))));
    expect(readText(/\/Span <<\/ActualText <([0-9A-F]+)>>> BDC/.exec(content)?.[1] ?? '')).toBe('OMAN');
  });

  it('draws the band around letters without writing them twice', () => {
    const pdf = read(scene(text('Oman', { halo: { colour: '#ff0000', width: 2 } })));
    expect(linesOf(pdf)).toEqual(['Oman']);
    const drawn = [...contentOf(pdf).matchAll(/ cm (\S+) w \/(O\d+) Do Q/g)].map(([, pen, name]) => [Number(pen), name]);
    // Four letters at 16 pixels to the em of 2,048 units, around each two pixels to either side.
    expect(drawn).toEqual(['O1', 'O2', 'O3', 'O4'].map((name) => [512, name]));
    expect(find(pdf, '/Subtype /Form')).toHaveLength(4);
  });

  it('names the characters that no bundled font has, and lets them be found', () => {
    const drawn = scene(text('日本 and 🙂'));
    const { bytes, missing } = toPdf(drawn, fontsOf(drawn));
    expect(missing).toEqual(['日', '本', '🙂']);
    expect(readText(/ActualText <([0-9A-F]+)>/.exec(contentOf(readPdf(bytes)))?.[1] ?? '')).toBe('日本');
  });

  it('puts opacity and transparent colours into graphics states, each once', () => {
    const half: Mark = { kind: 'rect', x: 0, y: 0, width: 9, height: 9, fill: '#0069b480', opacity: 0.5 };
    const pdf = read(scene(half, { ...half, x: 20 }));
    expect(find(pdf, '/ExtGState /ca').map((body) => /\/ca (\S+)/.exec(body)?.[1])).toEqual(['1', '0.251']);
  });

  it('paints gradients as shadings, masked where they are transparent', () => {
    const fill: Gradient = { kind: 'gradient', direction: 'across', stops: [{ offset: 0, colour: '#0069b400' }, { offset: 1, colour: '#0069b4' }] };
    const pdf = read(scene({ kind: 'rect', x: 10, y: 10, width: 80, height: 20, fill }));
    expect(find(pdf, '/ColorSpace /DeviceRGB')[0]).toContain('/Coords [10 10 90 10]');
    expect(find(pdf, '/SMask << /S /Luminosity')).toHaveLength(1);
    expect(contentOf(pdf)).toMatch(/10 10 80 20 re\nW\* n\n\/G\d+ gs \/S1 sh\nQ/);
  });

  it('cuts and moves groups, and undoes both after them', () => {
    const content = contentOf(read(scene({ kind: 'group', translate: { x: 5, y: 6 }, clip: { x: 0, y: 0, width: 9, height: 9 }, marks: [text('in')] }, text('out'))));
    expect(content).toMatch(/\nq\n1 0 0 1 5 6 cm\n0 0 m\n9 0 l\n9 9 l\n0 9 l\nh\nW\* n\n[^]*ET\nEMC\nQ\n/);
    expect(content.match(/^q$/gm)?.length).toBe(content.match(/^Q$/gm)?.length);
    expect(content.match(/BDC$|BMC$/gm)?.length).toBe(content.match(/^EMC$/gm)?.length);
  });

  it('describes the picture in words, and lists its lines in reading order', () => {
    const pdf = read(scene(text('one'), text('two')));
    const [figure = ''] = find(pdf, '/S /Figure');
    expect(readText(/\/Alt <([0-9A-F]+)>/.exec(figure)?.[1] ?? '')).toBe('Two events, in order');
    expect(find(pdf, '/S /P ')).toHaveLength(2);
  });

  it('refuses fonts that were not handed over', () => {
    expect(() => toPdf(scene(text('Oman')), [])).toThrow('inter-latin');
  });
});

import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, exportFormat, formatOfName } from '../../../../src/core/export/index.ts';

describe('the export formats', () => {
  it('are found by id and by the end of a file name', () => {
    for (const format of EXPORT_FORMATS) {
      expect(exportFormat(format.id)).toBe(format);
      expect(formatOfName(`some.figure.${format.extension.toUpperCase()}`)).toBe(format);
    }
    expect(formatOfName('figure.gif')).toBeUndefined();
    expect(formatOfName('svg')).toBeUndefined();
  });

  it('throw for an id that names none', () => {
    expect(() => exportFormat('gif' as 'png')).toThrow('gif');
  });
});

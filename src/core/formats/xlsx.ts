import type { ImportFormat } from './format.ts';

/** Workbooks of Excel and of programs that write the same format (Office Open XML, ECMA-376): one of their sheets is read as a table. */
export const xlsx: ImportFormat = {
  id: 'xlsx',
  name: 'Excel',
  // Other archives are unpacked before.
  looksLike: ({ text }) => (text.startsWith('PK\u0003\u0004') ? 1 : 0),
  load: async () => (await import('./xlsx/reader.ts')).readXlsx,
};

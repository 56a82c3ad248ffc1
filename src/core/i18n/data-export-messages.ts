import { dataExportMessages } from './en/data-export.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof dataExportMessages>> = { en: dataExportMessages };

/** The words for writing data in other formats: a part of the catalogue that comes with what needs it, and not with the page. */
export const dataExportMessagesOf = ({ language }: Messages): typeof dataExportMessages => IN[language];

import { pageExportMessages } from './en/page-export.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof pageExportMessages>> = { en: pageExportMessages };

/** The words for writing a story as a page of its own: a part of the catalogue that comes with what needs it. */
export const pageExportMessagesOf = ({ language }: Messages): typeof pageExportMessages => IN[language];

import { importMessages } from './en/import.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof importMessages>> = { en: importMessages };

/** The words for files that enter: a part of the catalogue that comes with what needs it, and not with the page. */
export const importMessagesOf = ({ language }: Messages): typeof importMessages => IN[language];

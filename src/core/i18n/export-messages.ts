import { exportMessages } from './en/export.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof exportMessages>> = { en: exportMessages };

/** The words of the dialog that saves pictures: a part of the catalogue that comes with what needs it, and not with the page. */
export const exportMessagesOf = ({ language }: Messages): typeof exportMessages => IN[language];

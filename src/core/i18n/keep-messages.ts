import { keepMessages } from './en/keep.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof keepMessages>> = { en: keepMessages };

/** The words of what is kept: a part of the catalogue that comes with what needs it, and not with the page. */
export const keepMessagesOf = ({ language }: Messages): typeof keepMessages => IN[language];

import { walkMessages } from './en/walk.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof walkMessages>> = { en: walkMessages };

/** The words of the walk through a story: a part of the catalogue that comes with what needs it, and not with the page. */
export const walkMessagesOf = ({ language }: Messages): typeof walkMessages => IN[language];

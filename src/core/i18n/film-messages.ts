import { filmMessages } from './en/film.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof filmMessages>> = { en: filmMessages };

/** The words of films: a part of the catalogue that comes with what needs it, and not with the page. */
export const filmMessagesOf = ({ language }: Messages): typeof filmMessages => IN[language];

import { readingMessages } from './en/reading.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof readingMessages>> = { en: readingMessages };

/** The words of a story that is there to be read: a part of the catalogue that comes with what needs it. */
export const readingMessagesOf = ({ language }: Messages): typeof readingMessages => IN[language];

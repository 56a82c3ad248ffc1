import { commandMessages } from './en/command.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof commandMessages>> = { en: commandMessages };

/** The words of the command line: a part of the catalogue that comes with what needs it, and not with the page. */
export const commandMessagesOf = ({ language }: Messages): typeof commandMessages => IN[language];

import { editMessages } from './en/edit.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof editMessages>> = { en: editMessages };

/** The words of editing: a part of the catalogue that comes with what needs it, and not with the page. */
export const editMessagesOf = ({ language }: Messages): typeof editMessages => IN[language];

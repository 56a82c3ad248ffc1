import { editFormMessages } from './en/edit-form.ts';
import type { Language } from './language.ts';
import type { Messages } from './messages.ts';

const IN: Readonly<Record<Language, typeof editFormMessages>> = { en: editFormMessages };

/** The words of forms and dialogs that change a story: a part of the catalogue that comes with what needs it, and not with the page. */
export const editFormMessagesOf = ({ language }: Messages): typeof editFormMessages => IN[language];

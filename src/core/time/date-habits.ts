/** Which of two days a date like 05/06/2019 means. */
export type DateOrder = 'day-first' | 'month-first';

/** What a year below zero means: historical, −44 is 44 BCE; astronomical, −43 is. */
export type YearCount = 'historical' | 'astronomical';

/** The property that holds what of an event no property of a calendar holds. */
export const X_DATELINE = 'X-DATELINE';

/** When a component was made, which it has to state, where nobody knows: the same story is the same file, whenever it is written. */
export const NO_STAMP = '19700101T000000Z';

/** Begins the names of data that say what of an event KML has no element for; behind it stand those of the columns of Dateline's own sheet. */
export const BESIDE_PREFIX = 'dateline:';

/** The name of the data that hold the names of categories, for other programs. */
export const CATEGORY = `${BESIDE_PREFIX}category`;

/** English words of the `export` section. */
export const exportMessages = {};

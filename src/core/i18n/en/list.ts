/** English words of the `list` section. */
export const listMessages = {};

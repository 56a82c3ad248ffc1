/** English words of the `time` section. */
export const timeMessages = {};

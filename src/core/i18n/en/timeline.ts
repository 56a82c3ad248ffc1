/** English words of the `timeline` section. */
export const timelineMessages = {};

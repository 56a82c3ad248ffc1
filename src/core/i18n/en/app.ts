/** English words of the `app` section. */
export const appMessages = {};

/** English words of the `issues` section. */
export const issueMessages = {};

/** English words of the `map` section. */
export const mapMessages = {};

/** Pieces of JSON, and of what is nearly JSON. */
export const JSON_PIECES = [
  '{', '}', '[', ']', '"', "'", ',', ':', 'null', '\\', '\\u', '\\u00', '//', '/*', '*/', '\n', '{"a":', '[{', '}]', '1e999', '-', 'new Date(', '\u0000', '\ufeff', '"start":', '"__proto__":{',
] as const;

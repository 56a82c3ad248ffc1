/** Signs that no XML 1.0 document may hold. Source: https://www.w3.org/TR/xml/#charsets */
// oxlint-disable-next-line no-control-regex -- it is control characters that are meant
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff\p{Cs}]/gu;

/** A text as the content or the attribute of an element. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');

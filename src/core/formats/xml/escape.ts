/** Signs that no XML 1.0 document may hold. Source: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** A text as the content or the attribute of an element. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');

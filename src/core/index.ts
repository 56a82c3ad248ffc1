/*
 * What programs get that import `dateline/core`: stories read and written, dates in words and out of them, what passes filters, and figures.
 * None of it needs a page.
 */

export { err, ok, type Result } from './base/result.ts';
export type { FontFile } from './export/fonts/font-file.ts';
export { toSvg } from './export/svg.ts';
export { dateline } from './formats/dateline.ts';
export { describeEdtf } from './i18n/describe-time.ts';
export { en } from './i18n/en.ts';
export { formatsOf } from './i18n/formats.ts';
export { FIRST_FIGURE, parseFigureRequest, type FigureRequest } from './layout/figure-request.ts';
export type { Dataset } from './model/dataset.ts';
export type { TimelineEvent } from './model/event.ts';
export type { Issue } from './model/issue.ts';
export { eventAt, eventsInFileOrder, isDated, rowOf } from './model/rows.ts';
export { paintSvg } from './paint/svg.ts';
export { draw, makeWorld, open } from './pipeline.ts';
export { selectVisible, type Clauses } from './query/select.ts';
export { fontFacesUsed, type FontFace } from './scene/font-faces.ts';
export { parseEdtf, type Edtf } from './time/edtf.ts';
export { instant, type Instant } from './time/instant.ts';
export { fromSearch, toSearch } from './view/url.ts';
export { INITIAL_VIEW, type ViewState } from './view/view-state.ts';

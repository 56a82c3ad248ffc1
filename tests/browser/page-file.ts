/** Where the tests have the first story written as one HTML file. */
export const PAGE_FILE = new URL('../../test-results/page-file/story.html', import.meta.url);

/** English words for writing a story as a page of its own. */
export const pageExportMessages = {
  about:
    'One HTML file with the story, the map and the fonts in it. It opens from the disk, without a network and without any server, with the same keys and links as here; it is to be read and cannot be edited. Whatever the story holds is in it, also what filters hide.',
  view: 'Opens with',
  views: { first: 'The whole story', present: 'What is shown now' },
  theme: 'Colours',
  themes: { auto: 'The reader’s', light: 'Light', dark: 'Dark' },
  making: 'Putting the page together…',
  size: (megabytes: string) => `The file will have ${megabytes} MB.`,
  large: (megabytes: string) => `The file will have ${megabytes} MB: browsers take a while to open a page of this size, and phones may not open it at all.`,
  failed: 'What the page is made of could not be fetched. Try again when the network is back.',
  save: 'Save page',
  saved: (name: string) => `Saved as ${name}.`,
  embed: {
    title: 'Show it in a page of yours',
    about: (page: string, script: string) =>
      `Put ${page} and ${script} beside your page, and the code below where the story is to stand. The frame has no access to your page: all it can do is ask for a height and say what is seen, so that a link to your page leads to this view.`,
    code: 'Code',
    copy: 'Copy embed code',
    copied: 'The code is copied.',
    refused: 'The browser did not let the code be copied. Select it and copy it by hand.',
    saveScript: (script: string) => `Save ${script}`,
  },
};

/* global vis -- the package is a script of its own on this page */

let items;

/** A timeline as the manual of vis-timeline begins: it writes no files, and what there is to be had of it is a picture of the screen. */
window.exporter = {
  formats: ['png'],
  open: async (story) => {
    const { features } = await (await fetch(story)).json();
    items = features.map(({ properties }, id) => ({ id, content: properties.title, start: properties.when.split('/')[0].slice(0, 10) }));
  },
  write: async () => {
    const room = document.querySelector('#view');
    room.replaceChildren();
    const timeline = new vis.Timeline(room, new vis.DataSet(items), { height: 675 });
    await new Promise((resolve) => {
      timeline.on('changed', resolve);
    });
    return new Blob([]);
  },
};

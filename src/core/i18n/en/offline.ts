/** English words of the page that is kept on the machine, and of its versions. */
export const offlineMessages = {
  newVersion: 'A new version of Dateline is ready.',
  reload: 'Reload',
  keepPresent: 'Stay with this version for now',
};

/** What editors and merges leave beside the file they changed. */
const besideFiles = /~$|\.(?:orig|rej|bak|save|swp|swo|tmp)$|^#.*#$|^\./i;

/** What systems put into folders that they show, mount or pack. */
const inFolders = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '__macosx',
  '@eadir',
  '$recycle.bin',
  'system volume information',
  'lost+found',
]);

/** Whether nobody put this file or folder into a pack on purpose, hidden ones included. */
export function isLeaving(name: string): boolean {
  // Most files are claims, of which there may be a hundred thousand.
  if (name.endsWith('.yaml') && isLetter.test(name)) return false;
  return besideFiles.test(name) || inFolders.has(name.toLowerCase());
}

const isLetter = /^[a-z0-9]/i;

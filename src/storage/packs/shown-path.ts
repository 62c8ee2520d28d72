import { isAbsolute, relative, sep } from 'node:path';

/** Relative to the working directory for what lies inside it, with forward slashes. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  const isInside = !/^\.\.(?:[\\/]|$)/.test(fromHere) && !isAbsolute(fromHere);
  return (isInside ? fromHere || '.' : path).split(sep).join('/');
}

import { addressProblem } from './source-address.ts';

/** Where packs are fetched from. */
export interface PacksAddress {
  readonly kind: 'git' | 'archive';
  /** Without what stands behind `#`. */
  readonly url: string;
  /** A branch or tag of a git repository; its default branch when undefined. */
  readonly ref: string | undefined;
  /** The folder in it that holds the packs; the outermost one when undefined. */
  readonly folder: string | undefined;
}

const forms =
  'https://host/packs.git#branch:folder for a git repository, or https://host/packs.tar.gz#folder (or .zip) for an archive';

/**
 * Reads an address as it is written in the settings.
 * @throws {Error} saying what is wrong with it, as what follows it in a sentence.
 */
export function parsePacksAddress(text: string): PacksAddress {
  const [, url = '', fragment = ''] = text.match(/^([^#]*)#?(.*)$/) ?? [];
  if (!/^https:\/\//i.test(url)) throw new Error(`is not an address of the form ${forms}`);
  const problem = addressProblem(url);
  if (problem) throw new Error(problem);
  const { pathname } = new URL(url);
  if (/\.(?:tar\.gz|tgz|zip)$/.test(pathname)) {
    return { kind: 'archive', url, ref: undefined, folder: folderIn(fragment) };
  }
  if (!pathname.endsWith('.git')) throw new Error(`is not an address of the form ${forms}`);
  const [, ref = '', folder = ''] = fragment.match(/^([^:]*):?(.*)$/) ?? [];
  // What begins with a hyphen would be an option to git.
  if (ref && !/^[\w.][\w./-]*$/.test(ref)) throw new Error(`names no branch: write ${forms}`);
  return { kind: 'git', url, ref: ref || undefined, folder: folderIn(folder) };
}

function folderIn(text: string): string | undefined {
  if (text === '') return undefined;
  const isInside = text
    .split('/')
    .every((part) => /^[\w.-]+$/.test(part) && part !== '..' && part !== '.');
  if (!isInside) throw new Error(`names no folder: write ${forms}`);
  return text;
}

/** True when `word` is `intended` with a slip of the finger or of the ear: one edit from 5 letters on, two from 8 on. */
export function isMisspelling(word: string, intended: string): boolean {
  if (word === intended) return true;
  const length = Math.min(word.length, intended.length);
  if (length < 5) return false;
  const allowed = length < 8 ? 1 : 2;
  if (Math.abs(word.length - intended.length) > allowed) return false;
  const firstAlike = word[0] === intended[0];
  if (!firstAlike && (length < 8 || !soundAlike(word, intended))) return false;
  return mayDifferBy(allowed, word, intended) && editDistance(word, intended) <= allowed;
}

/** Whether so few edits can turn one set of letters into the other: each takes one letter away and brings another. */
function mayDifferBy(edits: number, word: string, other: string): boolean {
  let different = lettersOf(word) ^ lettersOf(other);
  let count = 0;
  for (; different !== 0; different &= different - 1) count++;
  return count <= 2 * edits;
}

/** One bit for each letter of the alphabet; others share theirs. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** "Filadelphia", "kristmas": one sound, two spellings. */
function soundAlike(a: string, b: string): boolean {
  const one = firstSound(a);
  const other = firstSound(b);
  return one === other || soundsLike[one]?.includes(other) === true;
}

function firstSound(word: string): string {
  return word.startsWith('ph') ? 'f' : word.charAt(0);
}

/** Letters that a word may begin with in another's place. */
const soundsLike: Readonly<Record<string, string>> = {
  c: 'ks',
  g: 'j',
  j: 'g',
  k: 'cq',
  q: 'k',
  s: 'cz',
  z: 's',
};

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours. */
function editDistance(a: string, b: string): number {
  let twoAgo: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (twoAgo[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    twoAgo = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

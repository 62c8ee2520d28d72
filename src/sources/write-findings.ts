import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { addDays, type Day, daysBetween } from '../core/claims/calendar.ts';
import type { Claim } from '../core/claims/claim.ts';
import { type CheckedSource, isLost } from './check-sources.ts';

/** How long a claim whose check never expired stays so once a source of it is gone. */
const graceDays = 365;

/**
 * The text of a claim's file with what was found: when each source that holds was looked at, where copies are, and, where a deciding
 * source is gone or changed, that the claim is due. All else stays as it is, to the byte.
 */
export function writeFindings(
  text: string,
  claim: Claim,
  checked: readonly CheckedSource[],
  today: Day,
): string {
  const edits = createEdits(text);
  for (const { index, finding } of checked) {
    const source = ['sources', index];
    if (finding.archived) edits.set(source, 'archived', finding.archived, 'url');
    if (finding.state === 'holds') edits.set(source, 'checkedOn', finding.checkedOn, 'url');
  }
  const { status, on, recheckDueOn, expiresOn } = claim.verification;
  const isDueLater = recheckDueOn === null || recheckDueOn > today;
  if (status === 'verified' && isDueLater && checked.some(isLost)) {
    // Due today, and yet no sooner expired than it would have been.
    if (expiresOn === undefined) {
      const lastDay = recheckDueOn && addDays(recheckDueOn, daysBetween(on, recheckDueOn));
      edits.set(['verification'], 'expiresOn', lastDay ?? addDays(today, graceDays), 'on');
    }
    edits.set(['verification'], 'recheckDueOn', today, 'on');
  }
  return edits.text();
}

/** Changes of single fields, put into the text where they stand. */
function createEdits(text: string) {
  const document = parseDocument(text);
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const changes: { readonly start: number; readonly end: number; readonly put: string }[] = [];

  /** `value` is plain in YAML: a day or an address. A field that is new follows `neighbour`, which is one line. */
  function set(
    path: readonly (string | number)[],
    name: string,
    value: string,
    neighbour: string,
  ): void {
    const map = document.getIn(path);
    if (!isMap(map)) throw new Error(`The file holds no ${path.join('.')}.`);
    const old = rangeOf(map, name);
    if (old) {
      changes.push({ start: old.start, end: old.end, put: value });
      return;
    }
    const { keyStart, end } = rangeOf(map, neighbour) ?? {};
    if (keyStart === undefined || end === undefined) {
      throw new Error(`The file holds no ${neighbour} in ${path.join('.')}.`);
    }
    if (map.flow) {
      changes.push({ start: end, end, put: `, ${name}: ${value}` });
      return;
    }
    const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
    const indent = ' '.repeat(keyStart - lineStart);
    const lineEnd = text.slice(end).search(/\r?\n|$/) + end;
    changes.push({ start: lineEnd, end: lineEnd, put: `${newLine}${indent}${name}: ${value}` });
  }

  return {
    set,
    /** From the end, so that the places before stay where they are. */
    text: () =>
      changes
        .toSorted((one, other) => other.start - one.start)
        .reduce((all, { start, end, put }) => all.slice(0, start) + put + all.slice(end), text),
  };
}

function rangeOf(
  map: YAMLMap,
  name: string,
): { readonly keyStart: number; readonly start: number; readonly end: number } | undefined {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
  if (!pair || !isScalar(pair.key) || !isScalar(pair.value)) return undefined;
  const [keyRange, range] = [pair.key.range, pair.value.range];
  return keyRange && range ? { keyStart: keyRange[0], start: range[0], end: range[1] } : undefined;
}

/** One sentence on one thing: that it is in order, what to fix, or what can't be checked from here. */
export interface Finding {
  readonly kind: 'good' | 'fix' | 'note';
  readonly text: string;
}

export const good = (text: string): Finding => ({ kind: 'good', text });
export const fix = (text: string): Finding => ({ kind: 'fix', text });
export const note = (text: string): Finding => ({ kind: 'note', text });

const heads: Readonly<Record<Finding['kind'], string>> = {
  good: '✔ Good: ',
  fix: '✘ Fix:  ',
  note: '· Note: ',
};

/** One line, with the outcome in words for whoever can't see the mark. Holds none of the secrets. */
export function findingToLine({ kind, text }: Finding, secrets: readonly string[]): string {
  const shown = secrets.reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text);
  return heads[kind] + shown.replaceAll(/\s*\n\s*/g, ' ');
}

/** All at once and each by itself: a check that can't be carried out is something to fix. In the order of the checks. */
export async function carryOut(
  ...checks: readonly (() => Promise<readonly Finding[]>)[]
): Promise<readonly Finding[]> {
  const findings = await Promise.all(
    checks.map(async (check) => {
      try {
        return await check();
      } catch (error) {
        return [fix(error instanceof Error ? error.message : String(error))];
      }
    }),
  );
  return findings.flat();
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

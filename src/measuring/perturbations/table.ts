import type { PerturbationRate } from './measure.ts';

/** A readable table; the share is what was flagged, which is right for the first part and wrong for the second. */
export function perturbationTable(rates: readonly PerturbationRate[]): string {
  const part = (harmful: boolean) => rates.filter((rate) => rate.harmful === harmful);
  return [
    line('says something else', 'variants', 'caught', 'as such'),
    ...part(true).map((rate) =>
      line(
        rate.rule,
        String(rate.variants),
        percent(rate.flagged, rate),
        percent(rate.rightKind, rate),
      ),
    ),
    '',
    line('says the same', 'variants', 'flagged', ''),
    ...part(false).map((rate) =>
      line(rate.rule, String(rate.variants), percent(rate.flagged, rate), ''),
    ),
    line('together', String(total(part(false), 'variants')), percentOf(part(false)), ''),
  ].join('\n');
}

function line(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(22), ...cells.map((cell) => cell.padStart(10))].join('').trimEnd();
}

function percent(hits: number, { variants }: PerturbationRate): string {
  return `${((100 * hits) / variants).toFixed(1)} %`;
}

function percentOf(rates: readonly PerturbationRate[]): string {
  return `${((100 * total(rates, 'flagged')) / Math.max(1, total(rates, 'variants'))).toFixed(1)} %`;
}

function total(rates: readonly PerturbationRate[], field: 'variants' | 'flagged'): number {
  return rates.reduce((sum, rate) => sum + rate[field], 0);
}

/** Whether `claims` of a `pack.yaml` names an address, not a file. */
export function isFeed(claims: string | undefined): claims is string {
  return claims !== undefined && /^https:\/\//i.test(claims);
}

export const refreshForm = 'write 30m, 6h or 1d; from 5m to 90d';

const unitsMs = { m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000 } as const;

export function isRefresh(text: string): boolean {
  const ms = lengthMs(text);
  return ms !== undefined && ms >= 5 * unitsMs.m && ms <= 90 * unitsMs.d;
}

/** How long a copy of a feed counts as fresh, in milliseconds. */
export function refreshMs({ refresh = '6h' }: { readonly refresh?: string | undefined }): number {
  return lengthMs(refresh) ?? 6 * unitsMs.h;
}

function lengthMs(text: string): number | undefined {
  const [, count, unit] = text.match(/^(\d{1,6})([mhd])$/) ?? [];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') return undefined;
  return Number(count) * unitsMs[unit];
}

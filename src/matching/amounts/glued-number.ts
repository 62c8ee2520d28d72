import type { NumberRead } from './number-at.ts';
import { magnitudes } from './number-words.ts';
import type { NumberPiece } from './pieces.ts';
import { units } from './units.ts';

/** A number in figures with what is glued to them. */
export interface GluedNumber extends Omit<NumberRead, 'last'> {
  /** The glued unit, or ''. */
  readonly unit: string;
}

/** "3rd", "1er", "2º". */
export const rankEnding = /^(?:st|nd|rd|th|er|e|eme|o|a)$/;

/** "62k", "8.4m", "3M€", "60%", "1.5mg". */
export function gluedNumber({ number, suffix }: NumberPiece): GluedNumber | undefined {
  if (number === undefined || suffix === '') return undefined;
  if (suffix === 'm') return { value: number * 1e6, scale: 1e6, orValue: number, unit: '' };
  if (units.has(suffix)) return { value: number, scale: 1, unit: suffix };
  const [, head = '', tail = ''] = /^(k|mio|mill|mn|mil|bn|b|mrd|t)(.*)$/.exec(suffix) ?? [];
  const whole = magnitudes.get(suffix);
  const magnitude = whole ?? (tail === '' || units.has(tail) ? magnitudes.get(head) : undefined);
  if (magnitude === undefined) return undefined;
  return {
    value: number * magnitude,
    scale: magnitude,
    ...(suffix === 'mil' && { orValue: number * 1e6 }),
    unit: units.has(tail) ? tail : '',
  };
}

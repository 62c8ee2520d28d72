import type { Piece } from './pieces.ts';

/** An hour of the day, in hours. */
export interface HourRead {
  readonly value: number;
  /** Twelve hours later, where nothing says which half of the day is meant. */
  readonly orValue: number | undefined;
}

/** "10pm", "10:30", "22 Uhr", "22h30". */
export function hourAt(piece: Piece): HourRead | undefined {
  if (piece.number !== undefined || !/^\d/.test(piece.folded)) return undefined;
  const [, hours, minutes = '0', half] =
    /^(\d{1,2})(?:[:.h](\d\d))?(?: ?([ap]))?/.exec(piece.folded) ?? [];
  const value = Number(hours) + Number(minutes) / 60;
  if (hours === undefined || value > 24) return undefined;
  if (half !== undefined)
    return { value: (value % 12) + (half === 'p' ? 12 : 0), orValue: undefined };
  const isOpen = value < 13 && !piece.folded.includes('uhr');
  return { value, orValue: isOpen ? value + 12 : undefined };
}

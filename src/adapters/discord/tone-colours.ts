import type { Tone } from '../../core/reply/reply.ts';

/** The stripe beside an embed. It repeats the title for those who see it; no meaning rests on it. */
export const toneColours: Record<Tone, number> = {
  true: 0x2e7d32,
  'mostly-true': 0x7cb342,
  mixed: 0xf9a825,
  'mostly-false': 0xef6c00,
  false: 0xc62828,
  misleading: 0xd84315,
  outdated: 0x8d6e63,
  satire: 0x8e24aa,
  unverified: 0x757575,
  opinion: 0x3949ab,
  neutral: 0x546e7a,
  error: 0x424242,
};

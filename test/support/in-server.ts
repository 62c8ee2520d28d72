import type { Input, Invocation } from '../../src/core/bot/invocation.ts';

/** As it comes from somebody in a channel of a Discord server. */
export const inServer = (input: Input, where: Partial<Invocation> = {}): Invocation => ({
  platform: 'discord',
  user: 'discord:7',
  community: 'discord:100',
  channel: '55',
  input,
  ...where,
});

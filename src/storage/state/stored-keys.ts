import { z } from 'zod';
import { platforms } from '../../core/keys.ts';

/** Checked when read: another version of the bot may have written it. */
export const userKeySchema = z.templateLiteral([z.enum(platforms), ':', z.string()]);
export const communityKeySchema = z.templateLiteral([
  z.enum(['discord', 'slack']),
  ':',
  z.string(),
]);
export const claimRefSchema = z.templateLiteral([z.string(), '/', z.string()]);

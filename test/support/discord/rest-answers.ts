import type { z } from 'zod';
import type { RestResponse } from './rest.ts';

export const ok = (body: object): RestResponse => ({ status: 200, body });

export const refuse = (status: number, code: number, message: string): RestResponse => ({
  status,
  body: { code, message },
});

/** A 400 that names the broken rules, unless the body keeps them. */
export function checked<Body>(
  rules: z.ZodType<Body>,
  body: unknown,
  answer: (body: Body) => RestResponse,
): RestResponse {
  const result = rules.safeParse(body);
  if (result.success) return answer(result.data);
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return refuse(400, 50035, `Invalid Form Body (${problems.join('; ')})`);
}

/**
 * Bounds a wait; the work itself goes on unheard.
 * @throws {Error} with the message `tooLate` when it takes longer than `ms`.
 */
export async function within<Result>(
  ms: number,
  work: Promise<Result>,
  tooLate = `no answer within ${ms} ms`,
): Promise<Result> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new Error(tooLate)), ms);
  try {
    return await Promise.race([work, timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}

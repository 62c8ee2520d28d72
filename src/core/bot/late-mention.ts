/** So long after a message was written, a mention that is added to it is answered, once. */
export const lateMentionMs = 2 * 60_000;

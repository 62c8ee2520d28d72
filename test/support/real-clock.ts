/** For what Slack's SDK dates or checks by the real clock, in milliseconds; nothing that a test expects comes from it. */
export const realNow = (): number => Date.now();

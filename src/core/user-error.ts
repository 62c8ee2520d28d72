/** Something the asker can put right: the message is shown to them as it stands. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

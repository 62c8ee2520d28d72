/** Why a file as a whole can't be imported, in a sentence for whoever has it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Whether the file is to blame, its packing or its place included, and not our code. */
export function isFileToBlame(error: unknown): error is Error {
  return error instanceof ImportError || (error instanceof Error && 'errno' in error);
}

/** How a file is read. */
export const sourceKinds = ['table', 'lines', 'document'] as const;
export type SourceKind = (typeof sourceKinds)[number];

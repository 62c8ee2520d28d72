import { answerCases } from './answer-cases.ts';
import { askingCases } from './asking-cases.ts';
import { buttonCases } from './button-cases.ts';
import { communityCases } from './community-cases.ts';
import type { SurfaceCase } from './surface-case.ts';

/** The same steps on every platform, and the same words seen. */
export const surfaceCases: readonly SurfaceCase[] = [
  ...answerCases,
  ...buttonCases,
  ...askingCases,
  ...communityCases,
];

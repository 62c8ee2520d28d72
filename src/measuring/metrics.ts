/** Average precision over the first five, as CheckThat! counts it: golds that don't fit into five are not missed. */
export function averagePrecisionAt5(ranking: readonly string[], gold: ReadonlySet<string>): number {
  let found = 0;
  let sum = 0;
  ranking.slice(0, 5).forEach((id, at) => {
    if (!gold.has(id)) return;
    found += 1;
    sum += found / (at + 1);
  });
  return gold.size === 0 ? 0 : sum / Math.min(gold.size, 5);
}

/** Probability that a text with a right answer gets more confidence than one without; ties count half. */
export function areaUnderRoc(withAnswer: readonly number[], without: readonly number[]): number {
  const all = [
    ...withAnswer.map((confidence) => ({ confidence, isPositive: true })),
    ...without.map((confidence) => ({ confidence, isPositive: false })),
  ].sort((one, other) => one.confidence - other.confidence);
  let rankSum = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.confidence === all[start]?.confidence) end += 1;
    for (let at = start; at < end; at += 1) {
      if (all[at]?.isPositive) rankSum += (start + end + 1) / 2;
    }
    start = end;
  }
  const n = withAnswer.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * without.length);
}

/** The lowest confidence above which at most `rate` of the texts without an answer are answered. */
export function thresholdAtFalseAnswers(without: readonly number[], rate: number): number {
  const sorted = [...without].sort((one, other) => other - one);
  return sorted[Math.floor(rate * sorted.length)] ?? 0;
}

/** Expected calibration error over ten equally filled bins (Naeini et al., 2015). */
export function calibrationError(
  cases: readonly { readonly confidence: number; readonly isRight: boolean }[],
): number {
  const sorted = [...cases].sort((one, other) => one.confidence - other.confidence);
  const bins = 10;
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const part = sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins),
    );
    if (part.length === 0) continue;
    const claimed = part.reduce((sum, { confidence }) => sum + confidence, 0);
    const right = part.filter(({ isRight }) => isRight).length;
    error += Math.abs(claimed - right) / sorted.length;
  }
  return error;
}

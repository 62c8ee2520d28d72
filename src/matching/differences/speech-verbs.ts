const speechVerbs = new Set(
  `say tell claim stat announc declar tweet write speak ask admit argu deny call promis vow warn suggest propos ad quot insist
  describ post comment not explain reply respond pledg threaten accus admonish remark mention report boast compar`.split(
    /\s+/,
  ),
);

export function isSpeechVerb(stem: string): boolean {
  return speechVerbs.has(stem);
}

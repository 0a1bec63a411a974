const asking =
  /\bhow (?:many|much|big|large|high)\b|\bwhat\b[^?]*\b(?:percentage|price|salary|revenue|valuation|headcount|number|amount)\b/i;
const stating =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|percent|dozens?|half|double|triple|couple|nobody|none|zero)\b/i;

/** Whether a question wants a number for an answer. */
export function asksAmount(question: string): boolean {
  return asking.test(question);
}

/** Whether a text states any number. */
export function statesAmount(text: string): boolean {
  return stating.test(text);
}

/** The episodes that a question asks for by number: "episode 68", "ep. 64 and 65", "#61". */
export function episodeNumbers(question: string): number[] {
  const named = question.matchAll(
    /(?:\b(?:episodes?|ep\b\.?)\s*#?|#)(\d{1,5}(?:(?:\s*,\s*|\s+(?:and|or)\s+)#?\d{1,5})*)\b/gi,
  );
  return Array.from(named, ([, numbers = '']) => numbers.match(/\d+/g) ?? [])
    .flat()
    .map(Number);
}

const numbered =
  /(?:\b(?:in|of|from|on)\s+)?(?:\b(?:episodes?|ep\b\.?)\s*#?|#)(\d{1,5}(?:(?:\s*,\s*|\s+(?:and|or)\s+)#?\d{1,5})*)\b/gi;

/** The episodes that a question asks for by number: "episode 68", "ep. 64 and 65", "#61". */
export function episodeNumbers(question: string): number[] {
  return Array.from(question.matchAll(numbered), ([, numbers = '']) => numbers.match(/\d+/g) ?? [])
    .flat()
    .map(Number);
}

/** A question without the episodes that it asks for by number: "What do they say in episode 68?" is "What do they say?". */
export function withoutEpisodeNumbers(question: string): string {
  return question
    .replace(numbered, '')
    .replace(/\s+(?=[\s?.!,])/g, '')
    .trim();
}

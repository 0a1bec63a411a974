/** Puts what a span's questions count where it belongs among those of its passage; those before it have 0 until then. */
export function setVotes(bySpan: number[], { span, votes }: { span: number; votes: number }): void {
  while (bySpan.length <= span) bySpan.push(0);
  bySpan[span] = votes;
}

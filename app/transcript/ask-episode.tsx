/** Leads to the ask page with this episode as the filter. A plain form, so that it works before any script has come. */
export function AskEpisode({ episode }: { episode: number }) {
  return (
    <form action="/" className="flex gap-2">
      <input type="hidden" name="ep" value={episode} />
      <label htmlFor="ask-episode" className="sr-only">
        Ask this episode
      </label>
      <input
        id="ask-episode"
        name="q"
        required
        placeholder="Ask this episode…"
        autoComplete="off"
        className="h-9 min-w-0 grow rounded-lg border border-edge bg-raised px-3 placeholder:text-soft"
      />
      <button type="submit" className="h-9 rounded-lg bg-ink px-3 font-semibold text-paper">
        Ask
      </button>
    </form>
  );
}

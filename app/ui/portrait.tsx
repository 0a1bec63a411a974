/** A person's initials: two letters at most, of the first and the last name. */
export function initials(name: string): string {
  const letters = name
    .split(/[\s-]+/)
    .map((word) => Array.from(word)[0] ?? '')
    .filter((letter) => /\p{L}/u.test(letter));
  return [letters[0], letters.length > 1 ? letters.at(-1) : undefined].join('').toUpperCase();
}

/** Stands for a person's picture; says nothing to a screen reader, the name always stands beside it. */
export function Portrait({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-9 shrink-0 place-items-center rounded-full border border-edge text-small font-semibold tracking-wide text-soft"
    >
      {initials(name)}
    </span>
  );
}

/** Drawn on a 16 × 16 grid in the text's colour. */
const drawings = {
  close: 'M4 4l8 8M12 4l-8 8',
  previous: 'M10 3L5 8l5 5',
  next: 'M6 3l5 5-5 5',
  check: 'M3 8.5l3.5 3.5L13 5',
  copy: 'M6 5.5h7v8H6zM10 5.5V2.5H3v8h3',
  link: 'M6.5 9.5l3-3M7 4.5l1.5-1.5a3.2 3.2 0 014.5 4.5L11.5 9M9 11.5L7.5 13A3.2 3.2 0 013 8.5L4.5 7',
  again: 'M13 8a5 5 0 11-1.6-3.7M13 2.5v3h-3',
  edit: 'M3 13l.6-2.8L10.8 3 13 5.2 5.8 12.4zM9.5 4.3l2.2 2.2',
  filter: 'M2.5 4.5h11M4.5 8h7M6.5 11.5h3',
  history: 'M3 8a5 5 0 101.6-3.7M3 2.5v3h3M8 5.5V8l2 1.5',
  download: 'M8 2.5v7M5 7l3 3 3-3M3 13h10',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 11.5a4.5 4.5 0 100-9 4.5 4.5 0 000 9zM10.5 10.5L13.5 13.5',
  trash: 'M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
};
export type IconName = keyof typeof drawings;

/** A drawing beside words or inside a named control; says nothing to a screen reader. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      className="size-4 shrink-0 fill-none stroke-current stroke-[1.5]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[name]} />
    </svg>
  );
}

'use client';

import type { Citation } from '../../lib/protocol.ts';
import { Quote } from '../citation/quote.tsx';
import { useGuests } from '../ui/guests-context.ts';
import { Portrait } from '../ui/portrait.tsx';
import type { AnswerPart } from './answer-parts.ts';

type Row = Extract<AnswerPart, { type: 'table' }>['rows'][number];

/** Whether a row's text says more than the quotes that it cites. */
function saysMore(text: string, citations: readonly Citation[]): boolean {
  const rest = citations.reduce((left, { quote }) => left.replace(quote, ''), text);
  return /\p{L}/u.test(rest);
}

function GuestRow({ row }: { row: Row }) {
  const guests = useGuests();
  const first = row.citations[0];
  const known = guests.find(({ name }) => name === row.guest);
  const silent = row.citations.length === 0;
  const company = known?.company ?? first?.company;
  const episode = known?.episode ?? first?.episode;
  return (
    <tr role="row" className="border-line max-sm:block max-sm:border-b max-sm:last:border-0 sm:border-t">
      <th
        scope="row"
        role="rowheader"
        className="px-4 pt-4 text-left align-top font-normal max-sm:block sm:py-4 sm:pr-1 sm:pl-5"
      >
        <span className="flex items-start gap-3">
          <Portrait name={row.guest} />
          <span>
            <span className="block font-semibold">{row.guest}</span>
            {company !== null && <span className="block text-small text-soft">{company}</span>}
            {episode !== undefined && <span className="block text-small text-soft">Episode {episode}</span>}
          </span>
        </span>
      </th>
      <td role="cell" className="px-4 py-4 align-top max-sm:block sm:px-5">
        {silent ? (
          <p className="text-soft italic">{row.text}</p>
        ) : (
          <div className="space-y-5">
            {saysMore(row.text, row.citations) && <p>{row.text}</p>}
            {row.citations.map((citation) => (
              <Quote key={citation.n} text={citation.quote} citations={[citation]} />
            ))}
          </div>
        )}
      </td>
    </tr>
  );
}

/**
 * Guests side by side: a table, and on narrow screens cards. The roles are spelt out because a table loses its own
 * when it is displayed as blocks.
 */
export function ComparisonTable({ rows }: { rows: Row[] }) {
  return (
    <div className="appear rounded-card border border-line bg-raised">
      <table role="table" aria-label="What each guest says" className="w-full table-fixed max-sm:block">
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="text-left text-small text-soft">
            <th scope="col" role="columnheader" className="w-44 px-5 py-2.5 font-normal md:w-52">
              Guest
            </th>
            <th scope="col" role="columnheader" className="px-5 py-2.5 font-normal">
              In their words
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map((row) => (
            <GuestRow key={row.guest} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

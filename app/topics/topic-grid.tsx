'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { Topic, TopicCell } from '../../lib/engine.ts';
import type { TopicOrder } from './topic-order.ts';
import { shadeOf, sortedTopics, wordsOf } from './topic-order.ts';

const shades = ['', 'bg-heat-1', 'bg-heat-2', 'bg-heat-3', 'bg-heat-4'] as const;

/** As many guests as fit side by side on a wide screen; with more the table scrolls sideways. */
const mostColumns = 11;

/** Topics by guests: a table that can be sorted by its columns, and on narrow screens a list. */
export function TopicGrid({ topics }: { topics: Topic[] }) {
  const [order, setOrder] = useState<TopicOrder>('words');
  const most = Math.max(...topics.flatMap(({ cells }) => cells.map(({ words }) => words)));
  const columns = topics[0]?.cells ?? [];
  return (
    <>
      <label className="mb-4 flex items-center gap-2 text-small sm:hidden">
        Sort by
        <select
          value={String(order)}
          onChange={({ target: { value } }) => {
            setOrder(value === 'name' || value === 'words' ? value : Number(value));
          }}
          className="h-9 min-w-0 grow rounded-lg border border-edge bg-raised px-2"
        >
          <option value="words">Most spoken about</option>
          <option value="name">Topic</option>
          {columns.map(({ guest, episode }, at) => (
            <option key={`${guest} ${episode}`} value={at}>
              {guest}
            </option>
          ))}
        </select>
      </label>
      <div
        className={`max-sm:overflow-visible ${columns.length > mostColumns ? 'overflow-x-auto' : 'max-lg:overflow-x-auto'}`}
      >
        <table
          role="table"
          aria-label="Topics by guests, in words spoken"
          className="w-full text-small max-sm:block"
        >
          <thead role="rowgroup" className="max-sm:hidden">
            <tr role="row">
              <SortHeader name="Topic" by="name" order={order} onSort={setOrder} />
              {columns.map(({ guest, episode }, at) => (
                <SortHeader
                  key={`${guest} ${episode}`}
                  name={guest}
                  by={at}
                  order={order}
                  onSort={setOrder}
                />
              ))}
              <SortHeader name="All" by="words" order={order} onSort={setOrder} />
            </tr>
          </thead>
          <tbody role="rowgroup" className="max-sm:block">
            {sortedTopics(topics, order).map((topic) => (
              <tr role="row" key={topic.slug} className="border-t border-line max-sm:block max-sm:py-3">
                <th
                  scope="row"
                  role="rowheader"
                  className="py-1 pr-3 text-left text-base font-semibold max-sm:block sm:font-normal"
                >
                  {topic.name}
                </th>
                {topic.cells.map((cell) => (
                  <Cell key={`${cell.guest} ${cell.episode}`} topic={topic} cell={cell} most={most} />
                ))}
                <td role="cell" className="px-2 text-right text-soft tabular-nums max-sm:hidden">
                  {wordsOf(topic)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface HeaderProps {
  name: string;
  by: TopicOrder;
  order: TopicOrder;
  onSort: (by: TopicOrder) => void;
}

function SortHeader({ name, by, order, onSort }: HeaderProps) {
  const direction = by === 'name' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={order === by ? direction : undefined}
      className={`bg-paper p-0 align-bottom font-normal lg:sticky lg:top-14 ${typeof by === 'number' ? 'w-24' : ''}`}
    >
      <button
        type="button"
        onClick={() => {
          onSort(by);
        }}
        className={`relative w-full px-1 pt-2 pb-5 leading-tight hover:text-ink ${by === 'name' ? 'pl-0 text-left' : 'text-center'} ${order === by ? 'font-semibold' : 'text-soft'}`}
      >
        {name}
        <span
          aria-hidden
          className={`absolute bottom-1 ${by === 'name' ? 'left-0' : 'inset-x-0'} ${order === by ? '' : 'invisible'}`}
        >
          {direction === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  );
}

function Cell({ topic, cell, most }: { topic: Topic; cell: TopicCell; most: number }) {
  const { guest, episode, words, anchors, inferred } = cell;
  if (words === 0)
    return (
      <td role="cell" className="p-0.5 text-center text-soft max-sm:hidden">
        <span aria-label="nothing">·</span>
      </td>
    );
  const address = new URLSearchParams({ topic: topic.slug, guest, ep: String(episode) });
  const passages = `${anchors.length} ${anchors.length === 1 ? 'paragraph' : 'paragraphs'}`;
  return (
    <td role="cell" className="p-0.5 max-sm:mt-1.5 max-sm:mr-1.5 max-sm:inline-block max-sm:p-0">
      <Link
        href={`/topics?${address.toString()}`}
        scroll={false}
        prefetch={false}
        className={`block rounded-md px-1.5 py-1.5 text-center tabular-nums hover:outline-2 hover:outline-ink max-sm:px-2.5 ${shades[shadeOf(words, most)]}`}
      >
        <span className="sm:sr-only">{guest}</span> <span className="sr-only">on {topic.name}: </span>
        {inferred && <span aria-hidden>≈ </span>}
        {words}{' '}
        <span className="sr-only">
          words in {passages}
          {inferred && ', inferred'}
        </span>
      </Link>
    </td>
  );
}

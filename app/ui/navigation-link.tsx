'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the main navigation that knows whether it is where the reader is. */
export function NavigationLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = href === '/' ? path === '/' : path.startsWith(href);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="rounded-md px-2.5 py-1.5 text-soft hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}

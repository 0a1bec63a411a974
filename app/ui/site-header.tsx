import Link from 'next/link';
import { NavigationLink } from './navigation-link.tsx';

/** The name and the ways around, on every page. */
export function SiteHeader() {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper">
      <a
        href="#main"
        className="absolute top-2 left-4 z-30 -translate-y-20 bg-ink px-3 py-2 text-paper focus-visible:translate-y-0"
      >
        Skip to content
      </a>
      <div className="mx-auto flex min-h-14 max-w-[82rem] flex-wrap items-center justify-between gap-x-2 px-4 sm:px-6">
        <Link
          prefetch={false}
          href="/"
          aria-label="Underdog Answers"
          className="font-bold tracking-tight whitespace-nowrap"
        >
          <span className="stroke">Underdog</span>
          <span className="max-sm:hidden"> Answers</span>
        </Link>
        <nav aria-label="Main" className="-mx-1 flex sm:-mr-2.5 sm:gap-1">
          <NavigationLink href="/">Ask</NavigationLink>
          <NavigationLink href="/compare">Compare</NavigationLink>
          <NavigationLink href="/topics">Topics</NavigationLink>
          <NavigationLink href="/episodes">Episodes</NavigationLink>
        </nav>
      </div>
    </header>
  );
}

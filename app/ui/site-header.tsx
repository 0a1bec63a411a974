import Link from 'next/link';
import { NavigationLink } from './navigation-link.tsx';

/** The name and the ways around, on every page. */
export function SiteHeader() {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur-sm">
      <a
        href="#main"
        className="absolute left-4 top-2 z-30 -translate-y-20 bg-ink px-3 py-2 text-paper focus-visible:translate-y-0"
      >
        Skip to content
      </a>
      <div className="mx-auto flex h-14 max-w-[82rem] items-center justify-between gap-4 px-4 sm:px-6">
        <Link href="/" className="font-bold tracking-tight whitespace-nowrap">
          <span className="stroke">Underdog</span> Answers
        </Link>
        <nav aria-label="Main" className="flex gap-1 text-base">
          <NavigationLink href="/">Ask</NavigationLink>
          <NavigationLink href="/episodes">Episodes</NavigationLink>
        </nav>
      </div>
    </header>
  );
}

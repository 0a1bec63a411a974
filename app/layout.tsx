import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SiteHeader } from './ui/site-header.tsx';
import './globals.css';

/** A page made once for all would have no nonce, and the Content-Security-Policy would stop its scripts. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Underdog Answers', template: '%s · Underdog Answers' },
  description: 'Ask interview transcripts a question; get the guests’ own words, checked against the source.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#131416' },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <SiteHeader />
        {children}
      </body>
    </html>
  );
}

import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { siteAddress } from './server/site-address.ts';
import { SiteHeader } from './ui/site-header.tsx';
import './globals.css';

/** A page made once for all would have no nonce, and the Content-Security-Policy would stop its scripts. */
export const dynamic = 'force-dynamic';

/** A shared link shows its page's title and description, with the card of `opengraph-image.png`. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: siteAddress(await headers()),
    applicationName: 'Underdog Answers',
    title: { default: 'Underdog Answers', template: '%s · Underdog Answers' },
    description:
      'Ask interview transcripts a question; get the guests’ own words, checked against the source.',
    openGraph: { type: 'website', siteName: 'Underdog Answers' },
    twitter: { card: 'summary_large_image' },
  };
}

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

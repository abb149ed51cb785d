import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { at } from "@/components/base/at";
import { Enhance } from "@/components/enhance/enhance.client";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Lastbyte: find out where your LLM stream broke", template: "%s: Lastbyte" },
  description: "Which layer cut, held back or lost your LLM stream, why, and the fix for your own stack.",
  icons: { icon: at("/icon.svg"), apple: at("/icons/180.png") },
  manifest: at("/manifest.webmanifest"),
  applicationName: "Lastbyte",
};
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1314" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Enhance />
      </body>
    </html>
  );
}

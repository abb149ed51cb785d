import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  // A build goes to the side, and takes the place of the export when it is whole.
  distDir: process.env["LASTBYTE_OUT"] ?? ".next",
  basePath: process.env["NEXT_PUBLIC_BASE_PATH"] ?? "",
  trailingSlash: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // A fixed id: two builds of one commit must be byte-identical.
  generateBuildId: () => "lastbyte",
  devIndicators: false,
  // `npm run check` types everything once, tests included.
  typescript: { ignoreBuildErrors: true },
  env: {
    NEXT_PUBLIC_FRAGMENTS: process.env["LASTBYTE_CONTENT_HASH"] ?? "",
    NEXT_PUBLIC_BASE_PATH: process.env["NEXT_PUBLIC_BASE_PATH"] ?? "",
  },
};

export default config;

import type { ReactNode } from "react";
import { Enhance } from "@/components/enhance/enhance.client";

/** Documents: read without script; the plain modules of `components/enhance` add copying and filtering. */
export default function DocumentLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Enhance />
    </>
  );
}

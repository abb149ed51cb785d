"use client";
/** What the desk shows of a verdict and of kept incidents. It is fetched beside the desk: the first questions wait for none of it. */
export { diagnose } from "@/lib/diagnosis/diagnose";
export { OpenCase } from "@/components/handover/open-case.client";
export { VerdictView } from "@/components/verdict/verdict.client";
export { Incidents } from "./incidents.client";
export { Notices } from "./notices.client";

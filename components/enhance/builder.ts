/** The builder of /runbooks/: a link from what is chosen, put into every example in its tool's own words. */
import { siteHere } from "../base/at";
import { alertLink } from "@/lib/share/alert-link";

export function startBuilder(form: HTMLFormElement): void {
  const page = form.ownerDocument;
  const show = () => {
    const { fills, ...answers } = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : ""]),
    );
    const linkWith = (value: string) =>
      alertLink(siteHere(), answers, fills ? { question: fills, as: value } : null);
    for (const place of page.querySelectorAll<HTMLElement>("[data-runbook-link]"))
      place.textContent = linkWith(place.dataset["runbookLink"] ?? "");
    const title = form.querySelector("[data-built-title]");
    if (title) title.textContent = fills ? "Your link, with 60 for the value" : "Your link";
    form.querySelector<HTMLAnchorElement>("a[data-try]")?.setAttribute("href", linkWith("60"));
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
}

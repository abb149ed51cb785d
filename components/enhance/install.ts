/**
 * The browser's own way to install the site. It offers it once, early, so this does not wait for the rest
 * of the offline part.
 */
interface InstallPrompt extends Event {
  prompt: () => Promise<unknown>;
}

/**
 * The browser's own way to install, where it offers one; elsewhere the words on the page say where to look.
 */
export function startInstall(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>("[data-offline-install]");
  if (!button) return;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => {
      void (event as InstallPrompt).prompt().then(() => {
        button.hidden = true;
      });
    };
  });
}

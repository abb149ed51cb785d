/** Copies the code of its box, or the given text. Without script it is not shown. */
export function CopyButton({ text = "", label = "Copy" }: { text?: string; label?: string }) {
  return <button type="button" className="btn needs-js" data-copy={text}>{label}</button>;
}

/** Copies the code of its box, the given text, or the address of the page. Without script it is not shown. */
export function CopyButton({
  text = "",
  label = "Copy",
  address = false,
}: {
  text?: string;
  label?: string;
  address?: boolean;
}) {
  return (
    <button
      type="button"
      className="btn needs-js"
      data-copy={text}
      data-copy-address={address ? "" : undefined}
    >
      {label}
    </button>
  );
}

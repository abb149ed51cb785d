interface Props {
  id: string;
  title: string | undefined;
  level?: "h2" | "h3";
}

/** A heading with the link to its section. */
export function Heading({ id, title, level: Level = "h2" }: Props) {
  return (
    <Level id={id}>
      {title}
      <a className="anchor" href={`#${id}`} aria-label={`Link to “${title}”`}>
        #
      </a>
    </Level>
  );
}

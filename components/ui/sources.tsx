/** Where claims are from, as a list of links. */
export function Sources({ sources }: { sources: readonly { url: string; title: string }[] }) {
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url}>{source.title}</a>
        </li>
      ))}
    </ul>
  );
}

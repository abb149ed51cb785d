/** What a team added to its fork says so. */
export function TeamTag() {
  return <span className="tag team-tag">Your team</span>;
}

/** Three tokens and the wall that the last one meets. */
export function Mark() {
  return (
    <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
      <g fill="currentColor">
        <circle cx="3" cy="6" r="2.5" />
        <circle cx="12" cy="6" r="2.5" />
        <circle cx="21" cy="6" r="2.5" />
      </g>
      <rect x="27" y="1" width="7" height="10" rx="1.5" fill="var(--cut)" />
    </svg>
  );
}

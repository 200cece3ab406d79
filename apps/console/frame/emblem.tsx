/** Stand-in for the official emblem: a red disc with a gold rim and star. */
export function Emblem({ size = 34 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 34 34" aria-hidden="true" className="emblem">
      <circle cx="17" cy="17" r="16" fill="var(--emblem)" stroke="var(--gold)" strokeWidth="2" />
      <path
        d="m17 8 2.3 6.200 6.600.2-5.200 4.100 1.900 6.300-5.600-3.700-5.600 3.700 1.900-6.300-5.200-4.100 6.600-.2z"
        fill="var(--gold)"
      />
    </svg>
  );
}

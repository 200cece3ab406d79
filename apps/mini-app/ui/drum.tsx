/** The ring of a row, and the emblem. The bronze-drum ring is in ornaments.tsx. */
/** Small ring of a row: how much of it is done. */
export function Ring({ share, late }: { share: number; late?: boolean }) {
  return (
    <span class={`lead ring${late ? ' is-late' : ''}`} aria-hidden="true">
      <svg viewBox="0 0 44 44">
        <circle cx="22" cy="22" r="19" />
        {share > 0 && <path d={`M22 3A19 19 0 ${share > 0.5 ? 1 : 0} 1 ${ringEnd(share)}`} />}
      </svg>
    </span>
  );
}
const ringEnd = (share: number) => {
  const angle = (Math.min(share, 0.999) - 0.25) * 2 * Math.PI;
  return `${(22 + 19 * Math.cos(angle)).toFixed(2)} ${(22 + 19 * Math.sin(angle)).toFixed(2)}`;
};

/** The state emblem's colours as a plain disc with the star: recognisable, small, no copied artwork. */
export function UnitEmblem({ size }: { size: number }) {
  return (
    <svg class="emblem" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="19" fill="#c8102e" stroke="#fff" stroke-width="2" />
      <path fill="#ffd54a" d="M20 9.5l2.5 7.3h7.8l-6.2 4.7 2.3 7.5L20 24.5l-6.4 4.5 2.3-7.5-6.2-4.7h7.8Z" />
    </svg>
  );
}

/** The bronze-drum ring, the only ornament: faint in the header, filled with the commune's figures when work is confirmed. */
const polar = (radius: number, turn: number, centre = 100) => {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return `${(centre + radius * Math.cos(angle)).toFixed(1)} ${(centre + radius * Math.sin(angle)).toFixed(1)}`;
};
const zigzag = (outer: number, inner: number, points: number) => {
  const steps = Array.from({ length: points * 2 }, (_, i) => polar(i % 2 ? inner : outer, i / (points * 2)));
  return `M${steps.join('L')}Z`;
};
const circle = (r: number) => <circle cx="100" cy="100" r={r} />;
const beads = (r: number, count: number, size: number) =>
  Array.from({ length: count }, (_, i) => {
    const [cx, cy] = polar(r, i / count).split(' ');
    return <circle cx={cx} cy={cy} r={size} />;
  });
const ticks = (outer: number, inner: number, count: number) =>
  Array.from({ length: count }, (_, i) => `M${polar(outer, i / count)}L${polar(inner, i / count)}`).join('');

/** Behind the header's words; decoration only. */
export function DrumMotif() {
  return (
    <svg class="motif" viewBox="0 0 200 200" aria-hidden="true">
      {[98, 91, 77, 61, 54, 30].map(circle)}
      {beads(84, 36, 2.2)}
      <path d={ticks(96.5, 92.5, 72)} />
      <path d={zigzag(75, 63, 36)} />
      <path d={zigzag(50, 17, 14)} />
    </svg>
  );
}

const arc = (radius: number, from: number, to: number) => {
  const end = Math.min(to, from + 0.9999);
  return `M${polar(radius, from)}A${radius} ${radius} 0 ${end - from > 0.5 ? 1 : 0} 1 ${polar(radius, end)}`;
};

/**
 * The commune's ring: others soft, the team primary, the rest track. Shares are parts of the target, 0..1;
 * more than the whole target fills the ring and keeps the parts' ratio.
 */
export function DrumRing({ others, team, label }: { others: number; team: number; label: string }) {
  const scale = others + team > 1 ? 1 / (others + team) : 1;
  const start = others * scale;
  const end = start + team * scale;
  return (
    <svg class="drum-ring" viewBox="0 0 200 200" role="img" aria-label={label}>
      <circle class="drum-ring-edge" cx="100" cy="100" r="99" />
      <path class="drum-ring-track" d={arc(93, 0, 1)} />
      {others > 0 && <path class="drum-ring-others" d={arc(93, 0, start)} />}
      {team > 0 && <path class="drum-ring-team" pathLength="1" d={arc(93, start, end)} />}
      <circle class="drum-ring-ground" cx="100" cy="100" r="87" />
      <g class="drum-ring-lines">
        {[74, 71, 53, 39].map(circle)}
        {beads(81, 40, 2.2)}
        <path d={zigzag(68, 57, 36)} />
      </g>
      <circle class="drum-ring-heart" cx="100" cy="100" r="36" />
      <path class="drum-ring-check" d="M84 101l11 11 22-23" />
    </svg>
  );
}

/** Small ring of a row: percent or "4/5" inside. */
export function Ring({ share, text, late }: { share: number; text: string; late?: boolean }) {
  return (
    <span class={`lead ring${late ? ' is-late' : ''}`} aria-hidden="true">
      <svg viewBox="0 0 44 44">
        <circle cx="22" cy="22" r="19" />
        {share > 0 && <path d={`M22 3A19 19 0 ${share > 0.5 ? 1 : 0} 1 ${ringEnd(share)}`} />}
      </svg>
      <b>{text}</b>
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

/** The drum ring filled with the commune's figures, when work is confirmed. */
import { beads, circle, polar, zigzag } from '../../ui/ornaments.tsx';

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

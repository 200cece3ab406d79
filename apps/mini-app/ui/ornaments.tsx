/** Lines that nothing waits for: the bronze-drum ring, the only ornament, and the village hall of empty screens. */
export const polar = (radius: number, turn: number, centre = 100) => {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return `${(centre + radius * Math.cos(angle)).toFixed(1)} ${(centre + radius * Math.sin(angle)).toFixed(1)}`;
};
export const zigzag = (outer: number, inner: number, points: number) => {
  const steps = Array.from({ length: points * 2 }, (_, i) => polar(i % 2 ? inner : outer, i / (points * 2)));
  return `M${steps.join('L')}Z`;
};
export const circle = (r: number) => <circle cx="100" cy="100" r={r} />;
export const beads = (r: number, count: number, size: number) =>
  Array.from({ length: count }, (_, i) => {
    const [cx, cy] = polar(r, i / count).split(' ');
    return <circle cx={cx} cy={cy} r={size} />;
  });
const ticks = (outer: number, inner: number, count: number) =>
  Array.from({ length: count }, (_, i) => `M${polar(outer, i / count)}L${polar(inner, i / count)}`).join('');

/** Behind the header's words; decoration only. */
export function DrumMotif() {
  return (
    <>
      {[98, 91, 77, 61, 54, 30].map(circle)}
      {beads(84, 36, 2.2)}
      <path d={ticks(96.5, 92.5, 72)} />
      <path d={zigzag(75, 63, 36)} />
      <path d={zigzag(50, 17, 14)} />
    </>
  );
}

/** The village hall between two palms, in a few lines. */
export function VillageHall() {
  return (
    <>
      <circle class="sun" cx="160" cy="17" r="15" />
      <path
        class="ground"
        d="M4 105h192M23 105V54M23 54c-4-7-11-8-17-4M23 54c-5-2-13 0-15 7M23 54c4-7 11-8 17-4M23 54c5-2 12 0 14 7M178 105V74M178 74c-3-6-9-7-14-3M178 74c-4-2-10 0-12 6M178 74c3-6 9-7 14-3M178 74c4-2 10 0 12 6"
      />
      <path class="roof" d="M63 40h74l6 11c5 9 11 13 19 16-42 3-82 3-124 0 8-3 14-7 19-16ZM54 98h92v7H54Z" />
      <path
        class="wall"
        d="M62 67v31M75 67v31M125 67v31M138 67v31M91 98V77h18v21M100 77v21M72 47l-5 11M85 47l-3 11M98 47v11M115 47l3 11M128 47l5 11"
      />
    </>
  );
}

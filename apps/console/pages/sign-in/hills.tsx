/** Terraces of the hill country with the teams as points of light, drawn in place. */
const points = [
  [57, 218],
  [142, 172],
  [100, 290],
  [228, 204],
  [312, 148],
  [278, 277],
  [405, 172],
  [437, 240],
  [487, 112],
] as const;
const links = [
  [0, 1],
  [1, 3],
  [3, 4],
  [4, 6],
  [6, 8],
  [1, 2],
  [2, 5],
  [5, 7],
  [4, 5],
  [6, 7],
] as const;

function point(index: number): readonly [number, number] {
  return points[index] ?? [0, 0];
}

export function HillsAndTeams() {
  return (
    <svg className="sign-in-hills" viewBox="0 0 540 400" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      {Array.from({ length: 13 }, (_, i) => (
        <path
          key={i}
          d={`M0 ${115 + i * 21} C 90 ${60 + i * 21}, 180 ${70 + i * 17}, 300 ${40 + i * 20} S 460 ${20 + i * 22}, 540 ${12 + i * 21}`}
          fill="none"
          stroke="#fff"
          strokeOpacity={0.2 - i * 0.008}
          strokeWidth="1.500"
        />
      ))}
      {links.map(([from, to]) => {
        const [x1, y1] = point(from);
        const [x2, y2] = point(to);
        return (
          <line
            key={`${from}-${to}`}
            x1={x1}
            y1={y1}
            x2={x2}
            y2={y2}
            stroke="#fff"
            strokeOpacity="0.45"
            strokeDasharray="3 4"
          />
        );
      })}
      {points.map(([x, y]) => (
        <g key={x}>
          <circle cx={x} cy={y} r="14" fill="#fff" fillOpacity="0.14" />
          <circle cx={x} cy={y} r="5" fill="#fff" />
        </g>
      ))}
    </svg>
  );
}

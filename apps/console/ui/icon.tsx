import { iconPaths, type IconName } from './icon-paths.ts';

export type { IconName };

/** A stroked 24 x 24 outline; decoration unless `label` says what it means. */
export function Icon({
  name,
  size = 18,
  label,
  stroke = 1.75,
}: {
  name: IconName;
  size?: number;
  label?: string;
  stroke?: number;
}) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}

/** 24 grid, stroke 1.75, round ends. An icon never stands without a word or a label. Here are those of the first screen. */
import type { moreIcons } from './more-icons.ts';

const PATHS = {
  tasks:
    'M5 4.5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1ZM7 9.2l1.3 1.3 2.2-2.4M7 14.8l1.3 1.3 2.2-2.4M13.5 9.5H17M13.5 15H17',
  cap: 'M12 5 2.5 9.5 12 14l9.5-4.5ZM6.5 11.6v4c1.4 1.5 3.3 2.2 5.5 2.2s4.1-.7 5.5-2.2v-4M21.5 9.5V15',
  mail: 'M4.5 5.5h15a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM4 7l8 6 8-6',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.8 19.5c.3-3.4 2.8-5.2 6.2-5.2s5.9 1.8 6.2 5.2M15.5 4.9a3.3 3.3 0 0 1 0 6.3M17.5 14.6c2.2.7 3.5 2.4 3.7 4.9',
  plus: 'M12 4.5v15M4.5 12h15',
  check: 'M4.5 12.5 9.5 17.5 19.5 6.5',
  back: 'M20 12H4.5M11 5.5 4.5 12 11 18.5',
  next: 'M9 5.5 15.5 12 9 18.5',
  phone:
    'M6.2 4h2.6l1.7 4.3-2 1.6a12 12 0 0 0 5.6 5.6l1.6-2 4.3 1.7v2.6a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4.2 6.2 2 2 0 0 1 6.2 4Z',
  send: 'M20.5 3.5 3.5 10.5l6.5 3 3 6.5ZM10 13.5l4-4',
  device:
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3ZM9.5 11l1.8 1.8 3.2-3.3M11 18h2',
  cloud: 'M7.5 18.5a4 4 0 0 1-.4-8A5.5 5.5 0 0 1 17.6 11a3.8 3.8 0 0 1-.6 7.5ZM9.5 14l1.9 1.9 3.3-3.5',
  cloudOff: 'M7.5 18.5a4 4 0 0 1-.4-8A5.5 5.5 0 0 1 17.6 11a3.8 3.8 0 0 1-.6 7.5ZM12 10.5v3M12 16v.1',
  noWifi:
    'M3.5 3.5l17 17M5.5 11.8a9.5 9.5 0 0 1 4-2.3M2.5 8.5a14 14 0 0 1 4.3-2.6M11 5a14 14 0 0 1 10.5 3.5M14.5 9.5a9.5 9.5 0 0 1 4 2.3M8.5 15.2a5 5 0 0 1 4.6-1.3M12 19v.1',
  bars: 'M5 16v2.5M9.7 12.5v6M14.3 9v9.5M19 5.5v13',
  warn: 'M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17v.1',
  checkCircle: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8 12.3l2.7 2.7 5.3-5.7',
  returned: 'M20 12H5M11 5.5 4.5 12 11 18.5',
  retry: 'M19.5 12A7.5 7.5 0 1 1 17 6.4L19.5 8.5M19.5 4v4.5H15',
  swap: 'M5 8.5h13M14.5 5 18 8.5 14.5 12M19 15.5H6M9.5 12 6 15.5 9.5 19',
  gear: 'M12 18a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM12 3.5V6M12 18v2.5M3.5 12H6M18 12h2.5M6 6l1.8 1.8M16.2 16.2 18 18M18 6l-1.8 1.8M7.8 16.2 6 18',
  megaphone: 'M4 10v4h3l9 4.5v-13L7 10ZM7.5 14.3l1 4.7h2.3l-.8-3.7M18.8 9.5a3.5 3.5 0 0 1 0 5',
  bank: 'M4 9.5 12 4.5l8 5ZM6 9.8v7M10 9.8v7M14 9.8v7M18 9.8v7M4 19.5h16',
  shop: 'M4.5 10v9.5h15V10M3.5 9 5.5 4.5h13l2 4.5a2.8 2.8 0 0 1-5.6.2 2.9 2.9 0 0 1-5.8 0A2.8 2.8 0 0 1 3.5 9ZM10 19.5v-5h4v5',
};

/** A drawing that only one screen has is given as its path. */
export type IconName = keyof typeof PATHS | keyof typeof moreIcons | `M${string}`;

export const addIcons = (more: typeof moreIcons): unknown => Object.assign(PATHS, more);

export function Icon({ name, size = 24, label }: { name: IconName; size?: number; label?: string }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' })}
    >
      <path d={PATHS[name as 'mail'] ?? name} />
    </svg>
  );
}

/** Topic of a task by its pillar and template. */
export function topicIcon(task: { pillar: string; templateCode: string }): IconName {
  const byPillar: Record<string, IconName> = {
    communication: 'megaphone',
    digital_government: 'bank',
    digital_economy: 'shop',
    digital_society: 'people',
    organization: 'tasks',
  };
  return byPillar[task.pillar] ?? 'tasks';
}

/**
 * Which folder of an area may import which. The folders of an area, its rooms, stand on floors: a room imports what stands below
 * it, never what stands above, not even a type. A file that stands beside the rooms has no floor: what it imports counts as
 * imported by whoever imports it.
 */

/** The rooms of each area from the ground up. A new room takes its place here. */
export const FLOORS = {
  'apps/console': ['build', 'i18n', 'notices', 'api', 'ui', 'frame', 'help', 'pages', 'testing'],
  'apps/mini-app': ['build', 'model', 'ui', 'styles', 'screens', 'testing'],
  'src/modules/membership': [
    'people/people',
    'people/rights',
    'people/busy',
    'people/teams',
    'people/cards',
    'people/skills',
    'people/numbers',
    'people/search',
    'officers/posts',
    'officers/committees',
    'officers/officers',
    'officers/handover',
    'officers/many',
    'officers/reforms',
    'officers/takeover',
    'identity/sessions',
    'identity/invites',
    'identity/passwords',
    'identity/second-factor',
    'identity/accounts',
    'identity/agency',
    'identity/slips',
    'identity/access',
    'rosters/roster',
    'rosters/roster-import',
    'rosters/printed',
    'rosters/merging',
    'privacy/erasing',
    'privacy/own-data',
    'privacy/data-requests',
    'privacy/keeping',
    'sends',
  ],
  'src/modules/notifications': [
    'plan/states',
    'plan/messages',
    'plan/quiet',
    'plan/planning',
    'deliver/zalo',
    'deliver/inbox',
    'deliver/sending',
    'channels/board',
    'chat/talks',
    'groups',
    'webhooks',
    'reads/log',
    'reads/delivery-status',
    'reads/office-mail',
    'reads/system',
    'reads/reminders',
    'reads/personal-data',
  ],
  'src/modules/organization': [
    'units',
    'dated-rules',
    'directives',
    'offices',
    'providers',
    'registers',
    'references',
    'catalogue',
    'hamlets',
    'closings',
    'rules',
    'shapes',
    'backups',
    'reorganisation/mergers',
    'reorganisation/lines',
    'reorganisation/drafts',
    'reorganisation/allotments',
    'reorganisation/names',
    'reorganisation/running',
  ],
  'src/modules/reporting': [
    'reports/report',
    'reports/periods',
    'reports/figures',
    'reports/reports',
    'reports/approval',
    'papers/documents',
    'papers/lists',
    'papers/signing',
    'service-days',
    'oddities/judging',
    'boards/standing',
    'boards/consolidation',
    'boards/campaigns',
    'boards/overview',
    'boards/providers',
    'forms/form',
    'forms/rounds',
    'forms/answers',
    'restatement',
    'past-years',
    'oddities/finding',
    'oddities/asking',
  ],
  'src/modules/tasks': [
    'work/task',
    'work/photos',
    'work/follow-ups',
    'work/entries',
    'work/sampling',
    'orders/order',
    'orders/series',
    'orders/allotments',
    'orders/catalogue',
    'orders/joint',
    'orders/lists',
    'orders/changes',
    'orders/assignments',
    'reads/oversight',
    'reads/committees',
    'reads/results',
    'reads/tasks',
    'team/answers',
    'team/progress',
    'commune',
    'difficulties',
    'reforms/mergers',
    'reforms/splits',
    'reforms/units',
    'reforms/teams',
    'rules',
    'personal-data',
  ],
  'src/modules/training': [
    'catalogue',
    'sessions/session',
    'sessions/seats',
    'sessions/clashes',
    'sessions/reads',
    'sessions/planning',
    'sessions/reminders',
    'sessions/changes',
    'attendance/sheets',
    'attendance/check-in',
    'results/certificates',
    'results/credits',
    'results/results',
    'calendar',
    'my-training',
    'reforms',
    'personal-data',
  ],
};

/** Areas of many rooms that stand beside each other, pages and screens: none is above the others, and none imports in a circle. */
const WITHOUT_CIRCLES = ['apps/console/pages', 'apps/mini-app/screens'];

/** The rooms of an area and who imports whom: `{ from, to, rooms: [of from, of to] }`, by files. */
function arrowsIn(area, modules, roomOf) {
  const reached = (file, seen = new Set()) =>
    (modules.get(file)?.dependencies ?? []).flatMap(({ resolved }) => {
      if (!resolved.startsWith(`${area}/`)) return [];
      if (roomOf(resolved)) return [resolved];
      if (seen.has(resolved)) return [];
      seen.add(resolved);
      return reached(resolved, seen);
    });
  return [...modules.keys()].filter((file) => file.startsWith(`${area}/`) && roomOf(file)).flatMap((from) =>
    [...new Set(reached(from))]
      .map((to) => ({ from, to, rooms: [roomOf(from), roomOf(to)] }))
      .filter(({ rooms: [of, other] }) => of !== other),
  );
}

/** Of these arrows the ones that lie on a circle of rooms. */
export function knotsOf(arrows) {
  const next = new Map();
  for (const { rooms } of arrows) next.set(rooms[0], (next.get(rooms[0]) ?? new Set()).add(rooms[1]));
  const above = new Map(
    [...next.keys()].map((room) => {
      const seen = new Set(next.get(room));
      for (const one of seen) for (const more of next.get(one) ?? []) seen.add(more);
      return [room, seen];
    }),
  );
  return arrows.filter(({ rooms: [of, to] }) => above.get(to)?.has(of));
}

const folderIn = (area) => (file) => /^([^/]+)\//.exec(file.slice(area.length + 1))?.[1];

const inCircles = (modules) =>
  WITHOUT_CIRCLES.flatMap((area) =>
    knotsOf(arrowsIn(area, modules, folderIn(area))).map(({ from, to }) => ({ rule: 'no-circles', from, to })),
  );

/** A room may lie within a wing, a folder of rooms; what stands beside the rooms there has no floor either. */
function onFloors(modules) {
  return Object.entries(FLOORS).flatMap(([area, floors]) => {
    const roomOf = (file) => {
      const folder = file.slice(area.length + 1, file.lastIndexOf('/'));
      return floors.find((room) => folder === room || folder.startsWith(`${room}/`));
    };
    const files = [...modules.keys()].filter((file) => file.startsWith(`${area}/`));
    const isBeside = (file) => {
      const folder = file.slice(area.length + 1, file.lastIndexOf('/') + 1);
      return folder === '' || floors.some((room) => room.startsWith(folder));
    };
    const homeless = files.filter((file) => !roomOf(file) && !isBeside(file));
    return [
      ...homeless.map((from) => ({ rule: 'a-room-has-a-floor', from, to: area })),
      ...floors
        .filter((room) => files.length > 0 && !files.some((file) => roomOf(file) === room))
        .map((room) => ({ rule: 'a-floor-has-a-room', from: `${area}/${room}`, to: area })),
      ...arrowsIn(area, modules, roomOf)
        .filter(({ rooms: [of, to] }) => floors.indexOf(to) > floors.indexOf(of))
        .map(({ from, to }) => ({ rule: 'floors', from, to })),
    ];
  });
}

/** Every import from a lower room of an area into a higher one, and every circle of pages: `{ rule, from, to }`. */
export function floorViolations(modules) {
  return [...onFloors(modules), ...inCircles(modules)];
}

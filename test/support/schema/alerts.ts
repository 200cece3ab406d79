/** Writes docs/operations/prometheus-alerts.yml from the table of parts: screen and alerts call at the same numbers. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type PartId, partIds, partRules } from '#contracts/system/parts';
import { metrics } from '#platform/telemetry';

export const ALERTS = fileURLToPath(new URL('../../../docs/operations/prometheus-alerts.yml', import.meta.url));
export const alertsNow = (): string => readFileSync(ALERTS, 'utf8');

const titles: Record<PartId, string> = {
  answers: 'Answers are slow',
  queue: 'Work is not taken up',
  failed: 'Background work fails again and again',
  deliveries: 'Messages are stuck',
  channels: 'A channel sends nothing',
  backup: 'The backup is late',
  drill: 'No restore was tried for long',
  disk: 'The disk is getting full',
  statements: 'A statement runs for long',
  connections: 'Database connections run out',
  clock: 'Clocks of the servers differ',
  logs: 'PostgreSQL logs what people entered',
};
const acts: Record<PartId, string> = {
  answers: 'Look at to_so_statement_seconds and to_so_event_loop_delay_seconds; add an api process when both are high.',
  queue: 'A worker has stopped or does not keep up: restart it, then look at to_so_oldest_open_seconds by kind.',
  failed: 'Tình trạng, "Xem và thử lại": mend the reason that stands there, then try again.',
  deliveries:
    'Tình trạng, "Xem và gửi lại": send again once the channel works, or move to another one on Kênh gửi tin.',
  channels: 'Kênh gửi tin says what its platform answers; the second channel takes over meanwhile. docs/channels.md',
  backup: 'Check that BACKUP_DIR is mounted and has room, then Tình trạng, "Sao lưu ngay". docs/backup.md',
  drill: 'to-so restore --from DIR --verify, on the newest backup. docs/backup.md',
  disk: 'Remove backups past BACKUP_KEEP, move BACKUP_DIR elsewhere, or add disk.',
  statements: 'pg_stat_activity names it; cancel it when nothing waits for its answer.',
  connections: 'Fewer processes, a lower DB_POOL, or a higher max_connections.',
  clock: 'Turn on NTP where the application and the database run.',
  logs: 'log_error_verbosity=terse, log_parameter_max_length=0, log_parameter_max_length_on_error=0; then delete its old logs. docs/running.md',
};

const name = (part: PartId): string => `ToSo${part.charAt(0).toUpperCase()}${part.slice(1)}`;

function rule(
  alert: string,
  severity: 'page' | 'look',
  expr: string,
  minutes: number,
  title: string,
  act: string,
): string {
  return [
    `      - alert: ${alert}`,
    `        expr: ${JSON.stringify(expr)}`,
    `        for: ${minutes}m`,
    `        labels: { severity: ${severity} }`,
    '        annotations:',
    `          summary: ${JSON.stringify(title)}`,
    `          description: ${JSON.stringify(act)}`,
  ].join('\n');
}

function rulesOf(part: PartId): string[] {
  const { watch, alarm, heldMinutes } = partRules[part];
  const measure = `max(${metrics.part.name}{part="${part}"})`;
  return [
    rule(name(part), 'page', `${measure} > ${alarm}`, heldMinutes, titles[part], acts[part]),
    ...(watch === null
      ? []
      : [
          rule(
            `${name(part)}Watch`,
            'look',
            `${measure} > ${watch}`,
            Math.max(10, heldMinutes),
            titles[part],
            acts[part],
          ),
        ]),
  ];
}

export function writeAlerts(): string {
  const missing = rule(
    'ToSoNotMeasured',
    'page',
    `absent(${metrics.part.name}{part="queue"})`,
    5,
    'No worker gives figures',
    'A worker runs with METRICS_PORT, and Prometheus reaches it? What is not measured is not well.',
  );
  return `# Written from libs/contracts/system/parts.ts by \`npm run docs:alerts\`; a test compares both. The screen "Tình trạng hệ thống"
# alarms at the same numbers. page: somebody is called; look: it is seen on the next working day.
groups:
  - name: to-so
    rules:
${[missing, ...partIds.flatMap(rulesOf)].join('\n')}
`;
}

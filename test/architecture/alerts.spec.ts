/** What operators load into Grafana and Prometheus can be read, and names only figures that the product gives. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { partIds, partRules } from '#contracts/system/parts';
import { metrics } from '#platform/telemetry';
import { ALERTS, alertsNow, writeAlerts } from '../support/schema/alerts.ts';

const DASHBOARD = 'docs/operations/grafana-dashboard.json';

interface Panel {
  title: string;
  type: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string }[];
}
interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; description: string };
}

/** A metric as Prometheus stores it: a histogram has three. */
const given = new Set(
  Object.values(metrics).flatMap(({ name, kind }) =>
    kind === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => `${name}${end}`) : [name],
  ),
);
/** prom-client's own, of the process. */
const ofProcess = new Set(['process_resident_memory_bytes', 'process_cpu_seconds_total', 'process_open_fds']);

const namesIn = (expr: string): string[] =>
  [...expr.replace(/"[^"]*"/g, '""').matchAll(/\b(?:to_so|process|nodejs)_\w+/g)].map(([name]) => name);
const unknownIn = (expr: string): string[] => namesIn(expr).filter((name) => !given.has(name) && !ofProcess.has(name));
const labelsIn = (expr: string): [string, string][] =>
  [...expr.matchAll(/(to_so_\w+?)(?:_bucket|_sum|_count)?\{([^}]*)\}/g)].flatMap(([, name = '', labels = '']) =>
    [...labels.matchAll(/(\w+)\s*=/g)].map(([, label = '']): [string, string] => [name, label]),
  );

describe('the alerts', () => {
  const rules = (load(alertsNow()) as { groups: { name: string; rules: Rule[] }[] }).groups.flatMap(
    (group) => group.rules,
  );

  it('are those of the table; else run `npm run docs:alerts`', () => expect(alertsNow()).toBe(writeAlerts()));

  it('call at the numbers of the screen, one for each part', () => {
    for (const part of partIds)
      expect(rules.map(({ expr }) => expr)).toContain(`max(to_so_part{part="${part}"}) > ${partRules[part].alarm}`);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  it('name figures that there are, and say what to do', () => {
    for (const { expr, annotations, labels, ...rule } of rules) {
      expect(namesIn(expr).length).toBeGreaterThan(0);
      expect(unknownIn(expr)).toEqual([]);
      expect(rule.for).toMatch(/^\d+m$/);
      expect(['page', 'look']).toContain(labels.severity);
      expect(annotations.description.length).toBeGreaterThan(20);
    }
  });

  it('stand where the page about them says', () => {
    const page = readFileSync('docs/operations/seeing-inside.md', 'utf8');
    expect(page).toContain(ALERTS.split('/').at(-1));
    for (const { name } of Object.values(metrics)) expect(page).toContain(`\`${name}\``);
  });
});

describe('the dashboard', () => {
  const { panels, uid } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as { panels: Panel[]; uid: string };
  const exprs = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

  it('asks for figures that there are, by labels that they have', () => {
    expect(uid).toBe('to-so');
    expect(exprs.flatMap(unknownIn)).toEqual([]);
    const labels = new Map<string, readonly string[]>(Object.values(metrics).map(({ name, labels }) => [name, labels]));
    const wrong = exprs
      .flatMap(labelsIn)
      .filter(([name, label]) => !labels.get(name)?.includes(label) && label !== 'le');
    expect(wrong).toEqual([]);
  });

  it('shows every figure of the product', () => {
    const shown = new Set(exprs.flatMap(namesIn).map((name) => name.replace(/_(bucket|sum|count)$/, '')));
    expect(
      Object.values(metrics)
        .map(({ name }) => name)
        .filter((name) => !shown.has(name)),
    ).toEqual([]);
  });

  it('lays no panel over another', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
  });
});

it('finds a figure that nobody gives', () => {
  expect(unknownIn('rate(to_so_gone_total[5m]) / process_cpu_seconds_total')).toEqual(['to_so_gone_total']);
});

/**
 * A figure that stands on several screens has one reader in the server and one sentence of definition. What only a second
 * reader would write stands in no other file; each sentence is shown, by the one popover that does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { sourcesIn } from '../support/schema/sources.ts';

interface Figure {
  name: string;
  /** What whoever reckons it writes. */
  by: RegExp;
  /** Where that may stand, and why. */
  readers: Record<string, string>;
}

const figures: Figure[] = [
  {
    name: 'silent teams',
    by: /[<>]=?\s*(\([^()]*\?\?\s*)?[\w.()]*\bsilentDays\b|\blastActivity\(/,
    readers: {
      'src/modules/tasks/reads/oversight/silence.ts': 'the reader',
      'src/modules/tasks/reads/oversight/last-activity.ts': 'the last record of each team, which it reads',
      'src/modules/tasks/tasks.api.ts': 'hands that on to reports',
      'src/modules/reporting/reports/reports/report-facts.ts':
        'says when teams without figures were last active, not that they are silent',
    },
  },
  {
    name: 'how a unit stands with its report',
    by: /\bfirstSentOn\b[^\n]{0,40}(?<!=)[<>]=?\s|'not_due'\s*:|\?\s*'(late|missing)'\s*:\s*'(on_time|not_due)'/,
    readers: {
      'libs/contracts/reporting/report-standing.ts': 'the reader',
      'src/modules/reporting/reports/figures/figure-sql.ts': 'the indicator TC10, which counts the first sending alone',
    },
  },
  {
    name: 'reports owed below a unit',
    by: /\breports r join unit_closure|with recursive gone as[\s\S]*\breports\b/,
    readers: {
      'src/modules/reporting/boards/standing/obligation.queries.ts': 'the reader',
      'src/modules/reporting/restatement/restated-board.queries.ts': 'the same reports, with where each goes today',
      'src/modules/reporting/restatement/follow-offices.ts': 'moves what waits for an answer to the office that stands',
    },
  },
  {
    name: 'plan reach',
    by: /\breachByPillar\(/,
    readers: {
      'src/modules/reporting/boards/standing/plan-reach.ts': 'the reader',
      'src/modules/reporting/boards/standing/pillar-reach.ts': 'its rule',
    },
  },
  {
    name: 'teams with activity, by name',
    by: /countedIn\(sql`l\.team_id`/,
    readers: { 'src/modules/reporting/reports/figures/active-teams.queries.ts': 'the reader' },
  },
  {
    name: 'orders without an answer',
    by: /isDueAfter\('remind'|\.isDueAfter\(/,
    readers: { 'src/modules/notifications/reads/delivery-status/delivery-status.queries.ts': 'the reader' },
  },
];

const sources = [...sourcesIn('src'), ...sourcesIn('libs/contracts')].filter(
  ({ file }) => !file.includes('/migrations/'),
);
const screens = readdirSync('apps/console', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'))
  .map((file) => ({ file: `apps/console/${file}`, text: readFileSync(`apps/console/${file}`, 'utf8') }));

describe('A figure', () => {
  it.each(figures)('of $name is reckoned by one reader', ({ by, readers }) => {
    const found = sources.filter(({ text }) => by.test(text)).map(({ file }) => file);
    expect(found.filter((file) => !(file in readers))).toEqual([]);
    // A reader that is gone has no line here.
    expect(Object.keys(readers).filter((file) => !found.includes(file))).toEqual([]);
  });

  it('is explained by one sentence, shown by the popover alone and wherever it stands', () => {
    const popover = 'apps/console/ui/how-counted.tsx';
    const ids = [...readFileSync('libs/i18n/console/reporting/how.vi.ts', 'utf8').matchAll(/'how\.(\w+)'/g)]
      .map(([, id = '']) => id)
      .filter((id) => id !== 'title');
    const shown = screens.filter(({ text }) => text.includes('HowCounted') || text.includes('how={['));
    const unused = ids.filter((id) => !shown.some(({ file, text }) => file !== popover && text.includes(`'${id}'`)));
    expect(unused).toEqual([]);
    const past = screens.filter(({ file, text }) => file !== popover && /['`]how\./.test(text)).map(({ file }) => file);
    expect(past).toEqual([]);
  });
});

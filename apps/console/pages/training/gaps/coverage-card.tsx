import { type ReactNode, useState } from 'react';
import { formatDate } from '#i18n';
import { api } from '../../../api/client.ts';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Dialog } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { useViewportStep } from '../../../ui/viewport.ts';
import { coverageLevel, coverageLevels } from '../looks.ts';
import { type Coverage, useCoverage } from './use-gaps.ts';

type TeamRow = Coverage['teams'][number];
type Topic = Coverage['topics'][number];
const narrowBelow = 700;

export interface Cell {
  team: TeamRow['team'];
  topic: Topic;
}

/** Who of the team has learnt the topic, when and how; the others by name too. */
function CellDialog({ team, topic, onClose }: Cell & { onClose: () => void }) {
  const { t, lang } = useI18n();
  const query = api.useQuery('get', '/teams/{teamId}/training-coverage', { params: { path: { teamId: team.id } } });
  return (
    <Dialog title={t('train.coverage.who', { team: team.name, topic: topic.title })} onClose={onClose}>
      <Loaded query={query} rows={4}>
        {(people) => (
          <ul className="attendance">
            {people.map(({ person, topics }) => {
              const done = topics.find(({ code }) => code === topic.code);
              const date = done && formatDate(done.on, lang, { withYear: true });
              return (
                <li key={person.id}>
                  <Icon name={done ? 'circle-check' : 'circle-dashed'} size={16} />
                  <span className="call-who">
                    <b>{person.fullName}</b>
                    <span className={done ? 'caption num-text' : 'caption'}>
                      {!done && t('train.coverage.not')}
                      {done &&
                        t(done.by === 'session' ? 'train.coverage.on' : 'train.coverage.byCredit', {
                          date: date ?? '',
                        })}
                    </span>
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Dialog>
  );
}

function Square({ row, at, topic, onOpen }: { row: TeamRow; at: number; topic: Topic; onOpen: (cell: Cell) => void }) {
  const { t } = useI18n();
  const { team, members } = row;
  const trained = row.trained[at] ?? 0;
  const level = coverageLevel(trained, members);
  if (!level) return <span className="muted">–</span>;
  return (
    <button type="button" className="heat num" data-level={level} onClick={() => onOpen({ team, topic })}>
      <span className="visually-hidden">{t('train.coverage.cell', { team: team.name, topic: topic.title })} </span>
      {trained}/{members}
      <span className="visually-hidden"> {t('train.coverage.learnt')}</span>
    </button>
  );
}

interface MatrixProps {
  coverage: Coverage;
  onOpen: (cell: Cell) => void;
}

function Matrix({ coverage, onOpen }: MatrixProps) {
  const { t } = useI18n();
  const { topics, teams, total } = coverage;
  return (
    <table className="dt-table plain-table matrix">
      <thead>
        <tr>
          <th scope="col">{t('train.coverage.team')}</th>
          {topics.map(({ code, title }) => (
            <th key={code} scope="col" data-right>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {teams.map((row) => (
          <tr key={row.team.id}>
            <th scope="row">{row.team.name}</th>
            {topics.map((topic, at) => (
              <td key={topic.code} data-right>
                <Square row={row} at={at} topic={topic} onOpen={onOpen} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('train.coverage.total')}</td>
          {topics.map(({ code }, at) => (
            <td key={code} data-right>
              {total.trained[at]}/{total.members}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** On a narrow screen each team is a block of its own, its topics under each other. */
function Blocks({ coverage, onOpen }: MatrixProps) {
  const { topics, teams } = coverage;
  return (
    <ul className="matrix-blocks">
      {teams.map((row) => (
        <li key={row.team.id}>
          <h3>{row.team.name}</h3>
          <dl>
            {topics.map((topic, at) => (
              <div key={topic.code}>
                <dt>{topic.title}</dt>
                <dd>
                  <Square row={row} at={at} topic={topic} onOpen={onOpen} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Legend() {
  const { t } = useI18n();
  return (
    <div className="card-foot cal-foot">
      <span className="cal-legend">
        {coverageLevels.map((level) => (
          <span key={level}>
            <i className="heat-key" data-level={level} /> {t(`train.coverage.${level}` as MessageId)}
          </span>
        ))}
      </span>
      <span>{t('train.coverage.press')}</span>
    </div>
  );
}

interface CardProps {
  communeId: string;
  group?: 'team' | 'wide';
  /** By the units of that day; without it by those of today. */
  treeOn?: string | null;
  /** What chooses the commune or the group of topics. */
  picks?: ReactNode;
}

export function CoverageCard({ communeId, group, treeOn, picks }: CardProps) {
  const { t, lang } = useI18n();
  const query = useCoverage(communeId, group, treeOn);
  const narrow = useViewportStep() < narrowBelow;
  const [open, setOpen] = useState<Cell | null>(null);
  const Body = narrow ? Blocks : Matrix;
  return (
    <section className="card" aria-label={t('train.coverage')}>
      <div className="card-head matrix-head">
        <h2>{t('train.coverage')}</h2>
        {picks}
        {query.data && (
          <span className="card-note num-text">
            {t('train.coverageNote', { date: formatDate(query.data.since, lang, { withYear: true }) })}
          </span>
        )}
      </div>
      <Loaded query={query} rows={8}>
        {(coverage) =>
          coverage.teams.length === 0 ? (
            <EmptyState icon="users-group" title={t('train.coverage.empty')}>
              {t('train.coverage.emptyText')}
            </EmptyState>
          ) : (
            <>
              <Body coverage={coverage} onOpen={setOpen} />
              <Legend />
            </>
          )
        }
      </Loaded>
      {open && <CellDialog {...open} onClose={() => setOpen(null)} />}
    </section>
  );
}

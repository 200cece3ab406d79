import type { Schemas } from '../../../api/client.ts';
import { percentOf } from '#i18n';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Bar } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { AttendanceList } from '../check-in/attendance-list.tsx';
import { Certificates } from './certificates.tsx';
import type { SessionDetail } from '../looks.ts';
import { SheetPhotos } from '../check-in/sheet-photos.tsx';
import { useAttendance, useResult } from '../check-in/use-check-in.ts';
import { useTopics } from '../gaps/use-gaps.ts';

type Result = Schemas['SessionResult'];

function Figure({ word, value }: { word: MessageId; value: string }) {
  const { t } = useI18n();
  return (
    <div>
      <dt>{t(word)}</dt>
      <dd className="figure num">{value}</dd>
    </div>
  );
}

function Figures({ session, result }: { session: SessionDetail; result: Result }) {
  const { n } = useI18n();
  const { invited } = session;
  return (
    <dl className="figures">
      <Figure word="train.result.attended" value={n(result.attended)} />
      <Figure word="train.result.hours" value={n(result.hours)} />
      {invited > 0 && <Figure word="train.result.share" value={`${n(percentOf(result.attended, invited))} %`} />}
    </dl>
  );
}

function Teams({ result }: { result: Result }) {
  const { t, n } = useI18n();
  if (result.teams.length === 0) return null;
  return (
    <section className="form">
      <h3>{t('train.result.teams')}</h3>
      <ul className="result-bars">
        {result.teams.map(({ team, attended, members }) => {
          const name = team?.name ?? t('train.result.noTeam');
          return (
            <li key={team?.id ?? 'none'}>
              <span>{name}</span>
              {team ? (
                <Bar
                  parts={[{ value: attended, color: 'bar-ok' }]}
                  of={members}
                  label={t('train.result.teamBar', { team: name, a: attended, b: members })}
                />
              ) : (
                <span />
              )}
              <span className="num">{team ? `${n(attended)}/${n(members)}` : n(attended)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const levels = ['bar-late', 'bar-warn', 'bar-ok'] as const;

function Answers({ of, counts }: { of: 'liked' | 'canDo'; counts: readonly number[] }) {
  const { t, n } = useI18n();
  const what = t(`train.result.${of}`);
  const word = (level: number) => t(`train.result.${of}.${level}` as MessageId);
  const [a = 0, b = 0, c = 0] = counts;
  const said = t('train.result.bars', { what, a, wa: word(0), b, wb: word(1), c, wc: word(2) });
  return (
    <li>
      <span>{what}</span>
      <Bar
        parts={counts.map((value, level) => ({ value, color: levels[level] ?? 'bar-0' }))}
        of={a + b + c}
        label={said}
      />
      <span className="caption num-text" aria-hidden="true">
        {[2, 1, 0].map((level) => `${n(counts[level] ?? 0)} ${word(level)}`).join(' · ')}
      </span>
    </li>
  );
}

function Feedback({ feedback }: { feedback: Result['feedback'] }) {
  const { t } = useI18n();
  const topics = useTopics().data ?? [];
  const titleOf = (code: string) => topics.find((topic) => topic.code === code)?.title ?? code;
  if (feedback.answers === 0) return <p className="muted">{t('train.result.noFeedback')}</p>;
  return (
    <section className="form">
      <h3>{t('train.result.feedback', { n: feedback.answers })}</h3>
      <ul className="result-bars feedback">
        <Answers of="liked" counts={feedback.liked} />
        <Answers of="canDo" counts={feedback.canDo} />
      </ul>
      {feedback.next.length > 0 && (
        <p>
          {t('train.result.next')}:{' '}
          {feedback.next
            .map(({ topic, people }) => t('train.result.nextRow', { topic: titleOf(topic), n: people }))
            .join('; ')}
        </p>
      )}
    </section>
  );
}

/** What came of a session: hours, who was there by team and by name, what they said, certificates. */
export function ResultTab({ session }: { session: SessionDetail }) {
  const query = useResult(session.id);
  const attendance = useAttendance(session.id);
  return (
    <Loaded query={query} rows={6}>
      {(result) => (
        <>
          <Figures session={session} result={result} />
          <Teams result={result} />
          <Feedback feedback={result.feedback} />
          <Certificates session={session} result={result} attendance={attendance.data ?? []} />
          <section className="form">
            <AttendanceList rows={attendance.data ?? []} decides={false} />
          </section>
          <SheetPhotos photos={result.photos} />
        </>
      )}
    </Loaded>
  );
}

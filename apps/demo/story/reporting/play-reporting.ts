/** Reporting, end to end, over HTTP: a month that wrote itself, what passes between commune and district, the board, the documents. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { monthBefore, periodOf, periodOfMonth } from '#contracts/reporting/periods';
import { startOfDay } from '#i18n';
import { OpenReports } from '#modules/reporting';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { findAccounts, focalOf, signInWith } from '../../accounts.ts';
import type { ApiClient } from '../../api-client.ts';
import type { Loaded } from '../../seed/load-district.ts';
import { mainCommune } from '../../seed/places.ts';
import { TimeTravel } from '../../seed/training/time-travel.ts';
import { heading } from '../../terminal.ts';
import { giveAndTake } from './give-and-take.ts';
import { monthWritesItself } from './month-writes-itself.ts';
import { saveDocuments } from './save-documents.ts';
import { otherCommunes } from './other-communes.ts';
import type { Office, ReportingStory } from './reporting-story.ts';
import { seenFromAbove } from './seen-from-above.ts';
import { workOfMonth } from './work-of-month.ts';

const MORNING_MS = 9 * 3_600_000;
const SENT_ON = '20';

export async function playReporting(
  app: NestFastifyApplication,
  api: ApiClient,
  { tree }: Pick<Loaded, 'tree'>,
): Promise<void> {
  const today = app.get(Clock).today();
  const period = periodOfMonth(monthBefore(periodOf(today).month));
  const signIn = signInWith(app, api);
  const office = async (name: string): Promise<Office> => {
    const unitId = tree.communes.get(name) ?? '';
    return { name, unitId, focal: await signIn(await focalOf(app, unitId)) };
  };
  const officer = (await findAccounts(app)).find(({ role }) => role.includes('district officer'));
  const story: ReportingStory = {
    main: await office(mainCommune),
    neighbours: [await office('Dân Lực'), await office('Dân Lý')],
    district: await signIn(officer?.personId ?? ''),
    districtId: tree.districtId,
    period,
    today,
    folder: app.get<Env>(ENV).DATA_DIR,
    signIn,
  };
  const travel = new TimeTravel(app);
  await workOfMonth(story, travel);
  const sentOn = `${period.month}-${SENT_ON}`;
  if (sentOn < today) await travel.to(new Date(startOfDay(sentOn) + MORNING_MS).toISOString());
  await app.get(OpenReports, { strict: false }).run();
  heading(10, 'Báo cáo tháng tự viết', 'a month that wrote itself: every figure opens its records');
  const report = await monthWritesItself(story);
  heading(11, 'Gửi, trả lại, sửa, nhận', 'sent, given back with the cell named, corrected, accepted');
  await giveAndTake(story, report);
  const told = [story.main, ...story.neighbours].map(({ name }) => name);
  const names = [...tree.communes.keys()].filter((name) => !told.includes(name));
  await otherCommunes(story, travel, { names, officeAt: office });
  await travel.home();
  await app.get(OpenReports, { strict: false }).run();
  heading(12, 'Huyện nhìn một tháng, và giấy tờ', 'the district’s board, a late fact, and the documents by decree 30');
  await seenFromAbove(story);
  await saveDocuments(story, report.id);
}

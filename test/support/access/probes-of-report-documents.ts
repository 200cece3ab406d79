/** Asking for documents of reports; the files for signing are those of commune A's sent report. */
import { v7 } from 'uuid';
import { sql } from '#platform/database';
import { MailboxCodes } from '../../../src/modules/notifications/reads/office-mail/mailbox-codes.ts';
import { ReportArchiveStore } from '../../../src/modules/reporting/papers/documents/report-archive-store.ts';
import { buildMember, buildTeam } from '../people.ts';
import { signPdf } from '../files/signed.ts';
import { A, type Ask, atUnit, type Probe } from './probe.ts';
import { ownA, reportAt } from './probes-of-reporting.ts';
import type { World } from './world.ts';

const ofReport = (stage: 'draft' | 'submitted', more: Ask = {}): Probe => ({
  at: A,
  ask: async (world) => ({ params: { reportId: (await reportAt(world, stage)).reportId }, ...more }),
});

/** The sent report was handed out for signing. */
async function exported(world: World): Promise<{ params: Record<string, string>; signed: Buffer }> {
  const { reportId } = await reportAt(world, 'submitted');
  const { id } = await world.must('exportForSigning', 'focal', { params: { reportId }, body: { format: 'pdf' } });
  const params = { reportId, exportId: id };
  const { raw } = await world.call('exportedFile', 'focal', { params });
  return { params, signed: signPdf(raw) };
}

/** Of an office of commune A; tried only where no day is given. */
async function mailbox({ app, units, people }: World, validity: string | null): Promise<string> {
  const id = v7();
  const [by, at] = validity ? [people.focal.id, app.clock.now()] : [null, null];
  await app.database.rows(
    sql`update recipient_mailboxes set validity = 'empty' where unit_id = ${units.A} and validity is not null`,
  );
  await app.database.rows(
    sql`insert into recipient_mailboxes (id, unit_id, key, name, address, validity, named_by, named_at, confirmed_by, confirmed_at)
      values (${id}, ${units.A}, ${validity ? 'phong van hoa' : id}, 'Phòng Văn hóa', 'phong@x.example', ${validity}::daterange,
        ${people.focal.id}, ${app.clock.now()}, ${by}, ${at})`,
  );
  return id;
}

export const reportDocuments = {
  teamDecisionDraft: {
    at: A,
    ask: async (world: World) => {
      const teamId = await buildTeam(world.app, { unitId: await world.hamlet('Thôn 90'), status: 'draft' });
      await buildMember(world.app, { teamId });
      return { params: { unitId: world.units.A }, query: { format: 'docx', teamId } };
    },
  },
  appendix1: atUnit(A, { query: { format: 'xlsx', purpose: 'report' } }),
  makeList: atUnit(A, { body: { purpose: 'report' } }),
  reportDocument: ofReport('draft', { query: { format: 'docx' } }),
  readDocumentSettings: atUnit(A),
  writeDocumentSettings: {
    ...atUnit(A, { body: { symbol: 'BC-UBND', capacity: 'KT', signerPost: 'Phó Chủ tịch', recipients: [] } }),
    at: ownA,
  },
  reportArchive: ofReport('submitted'),
  archivedFile: {
    at: A,
    ask: async (world) => {
      const { reportId } = await reportAt(world, 'submitted');
      await world.app.get(ReportArchiveStore).keep(reportId, 1);
      return { params: { reportId }, query: { version: '1', format: 'docx' } };
    },
  },
  officeMails: ofReport('submitted'),
  reportRoute: ofReport('submitted'),
  recipients: atUnit(A),
  nameMailbox: {
    at: ownA,
    ask: async ({ app, units }) => {
      await app.database.rows(sql`update office_papers set recipients = array_append(recipients, 'Phòng Văn hóa')`);
      return { params: { unitId: units.A }, body: { name: 'Phòng Văn hóa', address: 'phong@x.example' } };
    },
  },
  confirmMailbox: {
    at: ownA,
    ask: async (world) => {
      const mailboxId = await mailbox(world, null);
      const mailId = v7();
      await world.app.database.rows(
        sql`insert into office_mails (id, occasion, unit_id, recipient, mailbox_id, address, due_at, made_at)
          values (${mailId}, 'test', ${world.units.A}, 'Phòng Văn hóa', ${mailboxId}, 'phong@x.example', ${world.app.clock.now()},
            ${world.app.clock.now()})`,
      );
      const code = await world.app.get(MailboxCodes).of(mailId);
      return { params: { unitId: world.units.A, mailboxId }, body: { code } };
    },
  },
  endMailbox: {
    at: ownA,
    ask: async (world) => ({ params: { unitId: world.units.A, mailboxId: await mailbox(world, '[2022-01-01,)') } }),
  },
  mailAgain: {
    at: ownA,
    ask: async (world) => {
      const { reportId } = await reportAt(world, 'submitted');
      await mailbox(world, '[2022-01-01,)');
      return { params: { reportId }, body: { recipient: 'Phòng Văn hóa' } };
    },
  },
  exportForSigning: { ...ofReport('submitted', { body: { format: 'docx' } }), at: ownA },
  signingExports: ofReport('submitted'),
  exportedFile: { at: A, ask: async (world) => ({ params: (await exported(world)).params }) },
  takeSignedFile: {
    at: ownA,
    ask: async (world) => {
      const { params, signed } = await exported(world);
      return { params, body: signed };
    },
  },
  setSignedFileAside: {
    at: ownA,
    ask: async (world) => {
      const { params, signed } = await exported(world);
      await world.must('takeSignedFile', 'focal', { params, body: signed });
      return { params, body: { reason: 'Gửi nhầm tệp' } };
    },
  },
  signedFile: {
    at: A,
    ask: async (world) => {
      const { params, signed } = await exported(world);
      await world.must('takeSignedFile', 'focal', { params, body: signed });
      return { params };
    },
  },
} satisfies Record<string, Probe>;

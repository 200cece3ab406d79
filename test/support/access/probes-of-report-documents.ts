/** Asking for documents of reports; the files for signing are those of commune A's sent report. */
import { ReportArchiveStore } from '../../../src/modules/reporting/documents/report-archive-store.ts';
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

export const reportDocuments = {
  teamDecisionDraft: {
    at: A,
    ask: async (world: World) => {
      const teamId = await buildTeam(world.app, { unitId: await world.hamlet('Thôn 90'), status: 'draft' });
      await buildMember(world.app, { teamId });
      return { params: { unitId: world.units.A }, query: { format: 'docx', teamId } };
    },
  },
  appendix1: atUnit(A, { query: { format: 'xlsx' } }),
  makeList: atUnit(A, { body: {} }),
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

/** A document as it is handed out, and people and bodies of a government's authority that sign it. */
import type { TextDocument } from '../../../libs/documents/text-document.ts';
import { renderPdf } from '../../../libs/documents/pdf/render-pdf.ts';
import { judgeSignatures } from '../../../libs/documents/signatures/judge-signatures.ts';
import { judgeSigned, type SignatureCheck } from '../../../libs/documents/signed-files.ts';
import { writeDocx } from '../../../libs/documents/write-office.ts';
import { authority, signer, trustFolder } from './test-pki.ts';

export const GOVERNMENT = '/O=Ban Cơ yếu Chính phủ/CN=Cơ quan chứng thực thử nghiệm';
export const PERSON = '/O=UBND xã Minh Sơn/CN=Lê Văn Ấn';
const document: TextDocument = {
  title: 'Báo cáo',
  size: 14,
  leading: 2,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  draft: null,
  blocks: [{ kind: 'paragraph', runs: [{ text: 'Xã có 12 tổ.' }] }],
};

export async function signingFixture() {
  const [pdf, docx] = await Promise.all([renderPdf('text-document', document), writeDocx(document)]);
  const government = authority({ subject: GOVERNMENT });
  const between = authority({ subject: '/O=Ban Cơ yếu Chính phủ/CN=Cơ quan chứng thực cấp 2' }, government);
  const trust = trustFolder(government);
  const judgeBy =
    (read?: typeof judgeSignatures) =>
    async (format: 'pdf' | 'docx', back: Buffer, folder = trust) => {
      const options = { trustFolder: folder, now: new Date('2026-06-02T00:00:00Z') };
      const verdict = await judgeSigned(format, format === 'pdf' ? pdf : docx, back, options, read);
      return verdict.outcome === 'signed' ? verdict : verdict.outcome;
    };
  // A thread takes a second to read the sources: the suites start one where it is what they are about.
  const judge = judgeBy(judgeSignatures);
  return {
    pdf,
    docx,
    government,
    trust,
    person: signer({ subject: PERSON, bits: 2048 }, between),
    body: signer({ subject: '/CN=UBND xã Minh Sơn' }, between),
    judge,
    judgeInThread: judgeBy(),
    /** The file's state and the reasons of its signatures. */
    judged: async (format: 'pdf' | 'docx', back: Buffer, folder = trust) => {
      const { state, signatures } = (await judge(format, back, folder)) as SignatureCheck;
      return [state, signatures.map(({ reason }) => reason).join()];
    },
  };
}
export type SigningFixture = Awaited<ReturnType<typeof signingFixture>>;

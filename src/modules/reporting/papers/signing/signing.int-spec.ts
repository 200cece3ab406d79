import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { linesOfDocx } from '../../../../../test/support/files/docx-text.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, openReport, send } from '../../../../../test/support/reports.ts';
import { signDocx, signPdf, someSigner } from '../../../../../test/support/files/signed.ts';
import { type Identity, signer, trustFolder } from '../../../../../test/support/files/test-pki.ts';

let app: TestApp;
let village: Village;
let focal: TestPerson;
let district: TestPerson;

beforeAll(async () => {
  const authority = someSigner().issuer as Identity;
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z', SIGNATURE_CA_DIR: trustFolder(authority) });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date('2022-06-20T03:00:00Z'));
  village = await buildVillage(app);
  focal = await buildFocal(app, village.communeId);
  district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
});

type Query = Record<string, string>;
const document = (person: TestPerson, reportId: string, query: Query) =>
  app.call(routes.reportDocument, { token: person.token, params: { reportId }, query });

describe('The way to the signing tool and back', () => {
  const handed = async (format: 'pdf' | 'docx') => {
    const { id } = await openReport(app, focal, village.communeId, '2022-06');
    await send(app, focal, id);
    const { status, body } = await app.call(routes.exportForSigning, {
      token: focal.token,
      params: { reportId: id },
      key: randomUUID(),
      body: { format },
    });
    expect(status).toBe(201);
    const params = { reportId: id as string, exportId: body.id as string };
    const { raw } = await app.call(routes.exportedFile, { token: focal.token, params });
    return { params, file: raw, hash: body.hash };
  };
  const take = (params: Record<string, string>, body: Buffer) =>
    app.call(routes.takeSignedFile, { token: focal.token, params, body });

  it.each([
    ['pdf', (file: Buffer) => signPdf(file)],
    ['docx', (file: Buffer) => signDocx(file)],
  ] as const)('%s: takes the exported file with a signature, and keeps both', async (format, sign) => {
    const { params, file } = await handed(format);
    expect((await take(params, file)).body.code).toBe('papers.signatureMissing');
    const signed = sign(file);
    const { status, body } = await take(params, signed);
    expect([status, body.signed.by.id]).toEqual([200, focal.id]);
    expect(body.signed.check).toMatchObject({
      state: 'trusted',
      addedAfter: false,
      signatures: [{ state: 'trusted', reason: null, signer: 'Lê Văn Ấn', issuer: 'Cơ quan chứng thực thử' }],
    });
    const back = await app.call(routes.signedFile, { token: district.token, params });
    expect(back.raw.equals(signed)).toBe(true);
    expect((await take(params, signed)).body.code).toBe('papers.alreadySigned');
    const list = await app.call(routes.signingExports, { token: district.token, params });
    expect(list.body).toEqual([body]);
  });

  it('refuses another file, and one whose words were changed', async () => {
    const pdf = await handed('pdf');
    const touched = Buffer.from(signPdf(pdf.file));
    touched[200] = (touched[200] as number) ^ 1;
    expect((await take(pdf.params, touched)).body.code).toBe('papers.notTheExported');
    expect((await take(pdf.params, Buffer.from('%PDF-1.7'))).body.code).toBe('papers.notTheExported');
    const docx = await handed('docx');
    const changed = signDocx(docx.file, { changes: { 'word/document.xml': '<w:document/>' } });
    expect((await take(docx.params, changed)).body.code).toBe('papers.notTheExported');
    expect((await take(docx.params, Buffer.from('PK'))).body.code).toBe('papers.notTheExported');
    const added = signDocx(docx.file, { changes: { 'word/footer1.xml': '<w:ftr/>' } });
    expect((await take(docx.params, added)).body.code).toBe('papers.notTheExported');
  });

  it('refuses a broken signature and says why', async () => {
    const pdf = await handed('pdf');
    const refused = async (params: Record<string, string>, file: Buffer) => (await take(params, file)).body.code;
    expect(await refused(pdf.params, signPdf(pdf.file, { data: () => Buffer.from('khác') }))).toBe(
      'papers.signatureChanged',
    );
    const partly = signPdf(pdf.file, { range: ([a, b, c, d]) => [a, b, c, (d as number) - 9] as number[] });
    expect(await refused(pdf.params, partly)).toBe('papers.signatureNotWhole');
    const issuer = someSigner().issuer;
    const who = signer({ subject: '/CN=Trần Thị Ổn', from: '20200101000000Z', to: '20210101000000Z' }, issuer);
    const expired = await take(pdf.params, signPdf(pdf.file, { who }));
    expect(expired).toMatchObject({
      status: 422,
      body: { code: 'papers.signatureExpired', details: [{ params: { signer: 'Trần Thị Ổn' } }] },
    });
    const forged = Buffer.concat([pdf.file, Buffer.from('\n9 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\n%%EOF')]);
    expect(await refused(pdf.params, forged)).toBe('papers.signatureMissing');
    const docx = await handed('docx');
    const touch = (xml: string) => xml.replace('</Signature>', '<Object Id="idPackageObject"/></Signature>');
    expect(await refused(docx.params, signDocx(docx.file, { touch }))).toBe('papers.signatureMalformed');
    expect(await refused(docx.params, signDocx(docx.file, { except: ['word/header1.xml'] }))).toBe(
      'papers.signatureNotWhole',
    );
  });

  it('keeps what cannot be checked under that name, until it is set aside with a reason and replaced', async () => {
    const { params, file } = await handed('pdf');
    const doubtful = signPdf(file, { hash: 'sha1' });
    const kept = await take(params, doubtful);
    expect(kept.body.signed.check).toMatchObject({ state: 'unchecked', signatures: [{ reason: 'weak' }] });
    const named = await app.call(routes.signedFile, { token: district.token, params });
    expect(decodeURIComponent(String(named.headers['content-disposition']))).toContain('chưa kiểm được chữ ký');
    // A page believes no file and no receipt of one that does not name the server.
    for (const { headers } of [kept, named]) expect(headers).toMatchObject({ 'x-to-so': '1' });
    const setAside = (person: TestPerson, reason: string) =>
      app.call(routes.setSignedFileAside, { token: person.token, params, key: randomUUID(), body: { reason } });
    expect((await setAside(district, 'Thử')).status).toBe(403);
    expect((await setAside(focal, ' ')).status).toBe(422);
    const aside = await setAside(focal, 'Ký bằng thuật toán cũ');
    expect([aside.status, aside.body.signed]).toEqual([200, null]);
    expect((await setAside(focal, 'Lần nữa')).body.code).toBe('papers.notSignedYet');
    const again = signPdf(file);
    const { body } = await take(params, again);
    expect(body).toMatchObject({
      signed: { check: { state: 'trusted' } },
      earlier: [
        {
          id: kept.body.signed.id,
          check: { state: 'unchecked' },
          setAside: { by: { id: focal.id }, reason: 'Ký bằng thuật toán cũ' },
        },
      ],
    });
    const read = (query: Record<string, string>) =>
      app.call(routes.signedFile, { token: district.token, params, query });
    expect((await read({})).raw.equals(again)).toBe(true);
    expect((await read({ fileId: kept.body.signed.id })).raw.equals(doubtful)).toBe(true);
  });

  it('begins with a report that was sent', async () => {
    const { id } = await openReport(app, focal, village.communeId, '2022-06');
    const { status, body } = await app.call(routes.exportForSigning, {
      token: focal.token,
      params: { reportId: id },
      key: randomUUID(),
      body: { format: 'pdf' },
    });
    expect([status, body.code]).toEqual([409, 'papers.notSent']);
  });
});

describe("A unit's papers", () => {
  const write = (person: TestPerson, unitId: string, body: object) =>
    app.call(routes.writeDocumentSettings, { token: person.token, params: { unitId }, key: randomUUID(), body });
  const input = {
    symbol: 'BC-UBND',
    capacity: 'TM',
    signerPost: 'Chủ tịch',
    signer: 'Lê Văn Ấn',
    place: 'Sao Mai',
    recipients: ['Đảng ủy (để b/c)'],
  };

  it('are those of the nearest unit above, but never its signer; a change holds from its day on', async () => {
    const read = async () =>
      (await app.call(routes.readDocumentSettings, { token: focal.token, params: { unitId: village.communeId } })).body;
    expect(await read()).toMatchObject({ fromUnitId: null, symbol: 'BC-UBND', capacity: 'KT', signer: null });
    await write(district, village.districtId, input);
    expect(await read()).toMatchObject({ fromUnitId: village.districtId, capacity: 'TM', signer: null, place: null });
    const { id } = await openReport(app, focal, village.communeId, '2022-06');
    await send(app, focal, id);
    app.clock.set(new Date('2022-06-22T03:00:00Z'));
    expect((await write(focal, village.communeId, input)).body).toMatchObject({ ...input, from: '2022-06-22' });
    const printed = linesOfDocx((await document(focal, id, { format: 'docx' })).raw);
    expect(printed).not.toContain('Lê Văn Ấn');
    const july = await openReport(app, focal, village.communeId, '2022-07');
    expect(linesOfDocx((await document(focal, july.id, { format: 'docx' })).raw)).toEqual(
      expect.arrayContaining(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lê Văn Ấn', '- Đảng ủy (để b/c);']),
    );
  });

  it('are written where they are used, with a symbol in its shape', async () => {
    expect((await write(district, village.communeId, input)).status).toBe(403);
    const wrong = await write(focal, village.communeId, { ...input, symbol: '15/BC-UBND' });
    expect(wrong.body.details[0].code).toBe('papers.symbolShape');
  });
});

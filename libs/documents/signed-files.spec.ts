import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goOn, lastObject, signDocx, signPdf } from '../../test/support/files/signed.ts';
import { GOVERNMENT, PERSON, type SigningFixture, signingFixture } from '../../test/support/files/signing-fixture.ts';
import { authority, type Identity, signer, TIME_STAMPS, trustFolder } from '../../test/support/files/test-pki.ts';
import { judgeSigned, type SignatureCheck } from './signed-files.ts';
import { newFolder } from '../../test/support/new-folder.ts';

let { pdf, docx, government, person, body, trust, judge, judgeInThread, judged } = {} as SigningFixture;
beforeAll(async () => {
  ({ pdf, docx, government, person, body, trust, judge, judgeInThread, judged } = await signingFixture());
});
const pageOf = () => Number(/(\d+) 0 obj\n<<\s*\/Type \/Page\b/.exec(pdf.toString('latin1'))?.[1]);

describe.each([
  ['pdf', (who: Identity) => signPdf(pdf, { who })],
  ['docx', (who: Identity) => signDocx(docx, { who })],
] as const)('a signed %s', (format, sign) => {
  it('is trusted when its chain leads to the trust list, with the signer, the issuer and the time', async () => {
    const { state, addedAfter, signatures } = (await judgeInThread(format, sign(person))) as SignatureCheck;
    expect([state, addedAfter]).toEqual(['trusted', false]);
    expect(signatures).toEqual([
      {
        state: 'trusted',
        reason: null,
        signer: 'Lê Văn Ấn',
        issuer: 'Cơ quan chứng thực cấp 2',
        signedAt: expect.stringMatching(/^20/),
        isStamped: false,
        addedAfter: false,
      },
    ]);
  });

  it('of an elliptic curve is as good', async () => {
    expect(await judged(format, sign(body))).toEqual(['trusted', '']);
  });

  it('is right but not trusted where no list is kept, or another', async () => {
    expect(await judged(format, sign(person), '')).toEqual(['untrusted', 'noTrustList']);
    const other = trustFolder(authority({ subject: '/CN=Một nơi khác' }));
    expect(await judged(format, sign(person), other)).toEqual(['untrusted', 'issuerUnknown']);
  });

  it('of an authority that only has the name of the government is not trusted', async () => {
    const false_ = authority({ subject: GOVERNMENT });
    expect(await judged(format, sign(signer({ subject: PERSON }, false_)))).toEqual(['untrusted', 'issuerUnknown']);
    expect(await judged(format, sign(signer({ subject: GOVERNMENT }, null)))).toEqual(['untrusted', 'issuerUnknown']);
  });

  it('of somebody who plays an authority without being one is not trusted', async () => {
    expect(await judged(format, sign(signer({ subject: '/CN=Chủ tịch' }, person)))).toEqual([
      'untrusted',
      'issuerUnknown',
    ]);
  });

  it('of a certificate for something else is named so', async () => {
    const other = signer({ subject: PERSON, extensions: ['keyUsage=critical,keyEncipherment'] }, government);
    expect(await judged(format, sign(other))).toEqual(['untrusted', 'keyUsage']);
  });

  it('of a certificate that had run out is refused', async () => {
    const expired = signer({ subject: PERSON, from: '20230101000000Z', to: '20240101000000Z' }, government);
    expect(await judged(format, sign(expired))).toEqual(['invalid', 'expired']);
  });

  it('with a weak digest or a short key is not taken as checked', async () => {
    const weak =
      format === 'pdf' ? signPdf(pdf, { who: person, hash: 'sha1' }) : signDocx(docx, { who: person, hash: 'sha1' });
    expect(await judged(format, weak)).toEqual(['unchecked', 'weak']);
    const short = signer({ subject: PERSON, bits: 1024 }, government);
    expect(await judged(format, sign(short))).toEqual(['unchecked', 'weak']);
  });
});

describe('a signed PDF', () => {
  it('of two signers is judged for each, the earlier one over what it saw', async () => {
    const twice = signPdf(signPdf(pdf, { who: person }), { who: body });
    const { state, addedAfter, signatures } = (await judge('pdf', twice)) as SignatureCheck;
    expect([state, addedAfter]).toEqual(['trusted', false]);
    expect(signatures.map((one) => [one.signer, one.state])).toEqual([
      ['Lê Văn Ấn', 'trusted'],
      ['UBND xã Minh Sơn', 'trusted'],
    ]);
  });

  it('with a stamp of the time says so, and holds after the certificate has run out', async () => {
    const stamper = signer({ subject: '/CN=Dấu thời gian', extensions: TIME_STAMPS }, government);
    const soon = signer({ subject: PERSON, to: '20400101000000Z' }, government);
    const check = (await judge('pdf', signPdf(pdf, { who: soon, stamper }))) as SignatureCheck;
    expect(check.signatures[0]).toMatchObject({ state: 'trusted', isStamped: true });
    const foreign = signer({ subject: '/CN=Dấu giờ lạ', extensions: TIME_STAMPS }, authority({ subject: '/CN=Lạ' }));
    const other = (await judge('pdf', signPdf(pdf, { who: soon, stamper: foreign }))) as SignatureCheck;
    expect(other.signatures[0]).toMatchObject({ state: 'trusted', isStamped: false });
  });

  it('needs its certificate to hold when it comes in, where nobody else has seen the time', async () => {
    const verdict = await judgeSigned('pdf', pdf, signPdf(pdf, { who: person }), {
      trustFolder: trust,
      now: new Date('2041-01-01'),
    });
    expect(verdict).toMatchObject({ state: 'unchecked', signatures: [{ reason: 'timeUnproven' }] });
  });

  it('with MD5 is not taken as checked', async () => {
    expect(await judged('pdf', signPdf(pdf, { who: person, hash: 'md5' }))).toEqual(['unchecked', 'weak']);
  });

  it('is not one by the words /ByteRange alone', async () => {
    const words = `\n9 0 obj\n<< /Type /Sig /ByteRange [0 ${pdf.length} ${pdf.length + 20} 90] >>\nendobj\nstartxref\n${pdf.length}\n%%EOF\n`;
    const forged = await judge('pdf', Buffer.concat([pdf, Buffer.from(words)]));
    expect(forged === 'notSigned' || (forged as SignatureCheck).state === 'unchecked').toBe(true);
    expect(await judge('pdf', goOn(pdf, { 900: '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>' }))).toBe(
      'notSigned',
    );
  });

  it.each([
    ['leaves out a part', ([a, b, c, d]: number[]) => [a, (b as number) - 10, c, d]],
    ['ends before the end', ([a, b, c, d]: number[]) => [a, b, c, (d as number) - 9]],
    ['goes beyond the end', ([a, b, c, d]: number[]) => [a, b, c, (d as number) + 1]],
    ['begins later', ([, b, c, d]: number[]) => [9, b, c, d]],
  ])('whose range %s is refused', async (_, range) => {
    expect(await judged('pdf', signPdf(pdf, { who: person, range: range as (right: number[]) => number[] }))).toEqual([
      'invalid',
      'notWhole',
    ]);
  });

  it('whose bytes are others than the signed ones is refused', async () => {
    expect(await judged('pdf', signPdf(pdf, { who: person, data: () => Buffer.from('khác') }))).toEqual([
      'invalid',
      'changed',
    ]);
    const touched = signPdf(pdf, { who: person });
    touched[touched.lastIndexOf('SigFlags 3') + 9] = 0x31;
    expect(await judged('pdf', touched)).toEqual(['invalid', 'changed']);
  });

  it('with something behind the signed bytes names it', async () => {
    const signed = signPdf(pdf, { who: person });
    const behind = (await judge('pdf', Buffer.concat([signed, Buffer.from('\n% thêm\n')]))) as SignatureCheck;
    expect(behind).toMatchObject({ state: 'trusted', addedAfter: true, signatures: [{ addedAfter: true }] });
    const noted = goOn(signed, { 900: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (x) >>' });
    expect(await judge('pdf', noted)).toMatchObject({ state: 'trusted', addedAfter: true });
  });

  it('with a note put on a page behind or below the signature is not taken as checked', async () => {
    const note = { 900: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 99 99] /Contents (x) >>' };
    expect(await judged('pdf', signPdf(pdf, { who: person, objects: note, annotations: '900 0 R' }))).toEqual([
      'unchecked',
      'contentAdded',
    ]);
    const signed = signPdf(pdf, { who: person });
    const page = lastObject(signed.toString('latin1'), pageOf());
    const later = goOn(signed, { ...note, [pageOf()]: page.replace('/Annots [', '/Annots [900 0 R ') });
    expect(await judged('pdf', later)).toEqual(['unchecked', 'addedAfter']);
  });

  it('whose page shows other words, put in before or after the signature, is refused', async () => {
    const page = lastObject(pdf.toString('latin1'), pageOf());
    const contents = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    const other = '<< /Length 9 >>\nstream\n0 0 m 9 l\nendstream';
    expect(await judged('pdf', signPdf(pdf, { who: person, objects: { [contents]: other } }))).toEqual([
      'invalid',
      'contentReplaced',
    ]);
    const signed = signPdf(pdf, { who: person });
    expect(await judged('pdf', goOn(signed, { [contents]: other }))).toEqual(['invalid', 'changedAfter']);
    const turned = lastObject(signed.toString('latin1'), pageOf()).replace(
      `/Contents ${contents} 0 R`,
      '/Contents 900 0 R',
    );
    expect(await judged('pdf', goOn(signed, { 900: other, [pageOf()]: turned }))).toEqual(['invalid', 'changedAfter']);
    expect(await judge('pdf', goOn(pdf, { [contents]: other }))).toBe('different');
  });

  it('that cannot be read is kept as not checked, and one as deep as a well does not stop the thread', async () => {
    const broken = Buffer.concat([
      pdf,
      Buffer.from('\n1 0 obj\n<< /ByteRange [0 1 2 3] >>\nendobj\nstartxref\n7\n%%EOF'),
    ]);
    expect(await judged('pdf', broken)).toEqual(['unchecked', 'unreadable']);
    const deep = goOn(pdf, { 900: `${'['.repeat(100_000)}` });
    expect(await judgeInThread('pdf', deep)).toBe('notSigned');
    const hostile = signPdf(pdf, { who: person });
    const at = hostile.lastIndexOf('/Contents <') + 11;
    hostile.write('30808080'.repeat(1_500), at, 'latin1');
    expect(await judgeInThread('pdf', hostile)).toMatchObject({ state: 'invalid' });
  });

  it('is judged as poppler judges it, where poppler is there', async () => {
    const [good, bad] = [signPdf(pdf, { who: person }), signPdf(pdf, { who: person, data: () => Buffer.from('khác') })];
    const popplers = [good, bad].map(asPopplerSays);
    if (popplers[0] === undefined) return;
    expect(popplers[0]).toMatch(/Total document signed[\s\S]*Signature is Valid/);
    expect(popplers[1]).toMatch(/Digest Mismatch/);
  });
});

function asPopplerSays(file: Buffer): string | undefined {
  const path = join(newFolder('pdf'), 'signed.pdf');
  writeFileSync(path, file);
  try {
    return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    const { code, stdout } = error as { code?: string; stdout?: string };
    return code === 'ENOENT' ? undefined : stdout;
  }
}

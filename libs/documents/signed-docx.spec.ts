import { strToU8, unzipSync } from 'fflate';
import { signDocx, zipped } from '../../test/support/files/signed.ts';
import { type SigningFixture, signingFixture } from '../../test/support/files/signing-fixture.ts';

let { docx, person, body, judge, judged } = {} as SigningFixture;
beforeAll(async () => {
  ({ docx, person, body, judge, judged } = await signingFixture());
});

describe('a signed .docx', () => {
  it('of two signers is judged for each', async () => {
    const twice = signDocx(signDocx(docx, { who: person }), { who: body, number: 2 });
    expect(await judge('docx', twice)).toMatchObject({
      state: 'trusted',
      signatures: [{ signer: 'Lê Văn Ấn' }, { signer: 'UBND xã Minh Sơn' }],
    });
  });

  const moved = (xml: string) => xml.replace('word/document.xml', 'word/other.xml');
  const rels = () => Buffer.from(unzipSync(docx)['_rels/.rels'] as Uint8Array).toString();
  it('whose relations lead elsewhere is another file', async () => {
    const changes = { '_rels/.rels': moved(rels()), 'word/other.xml': '<w:document/>' };
    expect(await judge('docx', signDocx(docx, { who: person, changes }))).toBe('different');
    const hidden = { '_rels/.rels': moved(rels()), '_xmlsignatures/other.xml': '<w:document/>' };
    expect(await judge('docx', signDocx(docx, { who: person, changes: hidden }))).toBe('different');
    const more = rels().replace(
      '</Relationships>',
      '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="docProps/other.xml"/></Relationships>',
    );
    expect(await judge('docx', signDocx(docx, { who: person, changes: { '_rels/.rels': more } }))).toBe('different');
  });

  it('with a part changed, added, of another type, or twice under one name is refused', async () => {
    const change = (changes: Record<string, string | null>) => judge('docx', signDocx(docx, { who: person, changes }));
    expect(await change({ 'word/document.xml': '<w:document/>' })).toBe('different');
    expect(await change({ 'word/footer1.xml': '<w:ftr/>' })).toBe('different');
    expect(await change({ 'word/settings.xml': null })).toBe('different');
    const types = Buffer.from(unzipSync(docx)['[Content_Types].xml'] as Uint8Array).toString();
    expect(await change({ '[Content_Types].xml': types.replace('document.main+xml', 'template.main+xml') })).toBe(
      'different',
    );
    const twice = zipped({
      ...unzipSync(signDocx(docx, { who: person })),
      'WORD/document.xml': strToU8('<w:document/>'),
    });
    expect(await judge('docx', twice)).toBe('different');
  });

  it('whose signature leaves out a part, or the way to it, is refused', async () => {
    for (const part of ['word/document.xml', 'word/header1.xml', 'word/_rels/document.xml.rels', '_rels/.rels'])
      expect(await judged('docx', signDocx(docx, { who: person, except: [part] }))).toEqual(['invalid', 'notWhole']);
  });

  it('with signatures that nothing leads to is not signed', async () => {
    expect(await judge('docx', signDocx(docx, { changes: { '_rels/.rels': rels() } }))).toBe('notSigned');
    const empty = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>';
    expect(await judged('docx', signDocx(docx, { touch: () => empty }))).toEqual(['invalid', 'malformed']);
  });

  it.each<[string, (xml: string) => string]>([
    [
      'an id twice',
      (xml) => xml.replace('</Signature>', '<Object Id="idPackageObject"><Manifest/></Object></Signature>'),
    ],
    [
      'what was signed moved aside',
      (xml) => xml.replace(/(<SignedInfo>.*<\/SignedInfo>)(.*)<\/Signature>/s, '$2<Object>$1</Object></Signature>'),
    ],
    ['a second SignedInfo', (xml) => xml.replace(/(<SignedInfo>.*<\/SignedInfo>)/s, '$1$1')],
    [
      'itself inside another signature',
      (xml) =>
        xml.replace(
          /<Signature .*/s,
          (one) => `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Object>${one}</Object></Signature>`,
        ),
    ],
    ['entities', (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "bbbb">]>')],
  ])('with %s is refused', async (_, touch) => {
    expect(await judged('docx', signDocx(docx, { who: person, touch }))).toEqual(['invalid', 'malformed']);
  });

  it('with its list, its value or its certificate changed is refused', async () => {
    const change = (touch: (xml: string) => string) => judged('docx', signDocx(docx, { who: person, touch }));
    expect(await change((xml) => xml.replace('/word/header1.xml', '/word/header2.xml'))).toEqual([
      'invalid',
      'changed',
    ]);
    expect(await change((xml) => xml.replace(/<SignatureValue>..../, '<SignatureValue>AAAA'))).toEqual([
      'invalid',
      'changed',
    ]);
    expect(await change((xml) => xml.replace(/<X509Data>.*<\/X509Data>/s, ''))).toEqual(['unchecked', 'noCertificate']);
  });

  it('as deep as a well, or bigger than it says, does not stop the process', async () => {
    const deep = (xml: string) => xml.replace('<Manifest>', `<Manifest>${'<a>'.repeat(9_000)}${'</a>'.repeat(9_000)}`);
    expect((await judged('docx', signDocx(docx, { who: person, touch: deep })))[0]).not.toBe('trusted');
    const bomb = signDocx(docx, { changes: { '_xmlsignatures/x.xml': ' '.repeat(80_000_000) } });
    expect(await judge('docx', bomb)).toBe('different');
  });
});

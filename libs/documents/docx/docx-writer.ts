/**
 * Writes a document (document.ts) as .docx: WordprocessingML by hand, zipped. Small on purpose: a library takes fifty times as long
 * for a long list. The same document gives the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import { A4, type Block, type TextDocument } from '../text-document.ts';
import { blockXml, textXml, twips } from './docx-blocks.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** The earliest day that a zip can name. */
const NO_TIME = new Date(1980, 0, 1);

export function docxOf(document: TextDocument): Uint8Array {
  const foot = footOf(document);
  const parts = {
    '[Content_Types].xml': contentTypes(foot !== null),
    '_rels/.rels': relations([
      ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${textXml(document.title)}</dc:title>${keywordsXml(document)}<dc:language>vi-VN</dc:language></cp:coreProperties>`,
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${bodyXml(document)}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['rId1', `${OFFICE}/styles`, 'styles.xml'],
      ['rId2', `${OFFICE}/settings`, 'settings.xml'],
      ['rId3', `${OFFICE}/header`, 'header1.xml'],
      ['rId4', `${OFFICE}/header`, 'header2.xml'],
      ...(foot === null ? [] : [['rId5', `${OFFICE}/footer`, 'footer1.xml'] as Relation]),
    ]),
    'word/styles.xml': stylesXml(document),
    'word/settings.xml': `${HEAD}<w:settings ${NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/header1.xml': headerXml(pageNumber() + draftXml(document.draft)),
    'word/header2.xml': headerXml(draftXml(document.draft) || '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>'),
    ...(foot !== null && { 'word/footer1.xml': foot }),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return zipSync(files, { level: 6, mtime: NO_TIME });
}

function bodyXml(document: TextDocument): string {
  const width = A4.width - document.margins.left - document.margins.right;
  const context = { width, size: document.size, leading: document.leading };
  const section = sectionXml(document);
  const xml = document.blocks.map((block) => (block.kind === 'part' ? partXml(section) : blockXml(block, context)));
  // Two tables that follow each other would grow together, and the last thing in a body has to be a paragraph.
  const apart = xml.map((one, i) =>
    isTable(document.blocks[i]) && !isText(document.blocks[i + 1]) ? one + tiny('') : one,
  );
  return apart.join('') + section;
}

const isTable = (block: Block | undefined) => block?.kind === 'table' || block?.kind === 'columns';
const isText = (block: Block | undefined) =>
  block?.kind === 'paragraph' || block?.kind === 'rule' || block?.kind === 'part';

/** The end of a section hangs on a paragraph, which is kept too small to make a page of its own. */
const tiny = (inside: string) =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${inside}<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>`;
const partXml = (section: string) =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>${section}</w:pPr></w:p>`;

function sectionXml({ margins, trace }: TextDocument): string {
  const { top, bottom, left, right } = margins;
  const foot = '<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/>';
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>' +
    (trace?.onPages ? foot : '') +
    `<w:type w:val="nextPage"/><w:pgSz w:w="${twips(A4.width)}" w:h="${twips(A4.height)}"/>` +
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(top / 2)}" w:footer="${twips(bottom / 2)}" w:gutter="0"/>` +
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
  );
}

const pageNumber = () =>
  '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>' +
  '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>' +
  '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r>' +
  '<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>';

const draftXml = (draft: string | null) =>
  draft
    ? `<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="9F1D20"/><w:sz w:val="24"/></w:rPr><w:t>${textXml(draft)}</w:t></w:r></w:p>`
    : '';

const keywordsXml = ({ trace }: TextDocument) =>
  trace
    ? `<dc:description>${textXml(trace.line)}</dc:description><cp:keywords>${textXml(trace.code)}</cp:keywords>`
    : '';

/** Which list it is and who took it, small, on every page. */
const footOf = ({ trace }: TextDocument): string | null =>
  trace?.onPages
    ? `${HEAD}<w:ftr ${NAMESPACES}><w:p><w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>${textXml(trace.line)}</w:t></w:r></w:p></w:ftr>`
    : null;

const headerXml = (inside: string) => `${HEAD}<w:hdr ${NAMESPACES}>${inside}</w:hdr>`;

function stylesXml({ size }: TextDocument): string {
  const face =
    'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"';
  return (
    `${HEAD}<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${face}/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` +
    '<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
  );
}

function contentTypes(hasFoot: boolean): string {
  const parts = [
    ['/word/document.xml', `${MAIN}.document.main+xml`],
    ['/word/styles.xml', `${MAIN}.styles+xml`],
    ['/word/settings.xml', `${MAIN}.settings+xml`],
    ['/word/header1.xml', `${MAIN}.header+xml`],
    ['/word/header2.xml', `${MAIN}.header+xml`],
    ...(hasFoot ? [['/word/footer1.xml', `${MAIN}.footer+xml`]] : []),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`
  );
}

type Relation = [id: string, type: string, target: string];

function relations(list: Relation[]): string {
  const lines = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

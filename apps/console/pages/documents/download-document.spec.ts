import { refuse, shortHash } from './signing-facts.ts';
import { documentPath, nameIn } from './download-document.ts';

describe('documents', () => {
  it('are asked for with what is given and nothing else', () => {
    expect(documentPath('/reports/1/document', 'pdf', { number: 12, issuedOn: null, version: undefined })).toBe(
      '/reports/1/document?format=pdf&number=12',
    );
    expect(documentPath('/units/2/appendix-1', 'xlsx', { at: '2022-06-20' })).toBe(
      '/units/2/appendix-1?format=xlsx&at=2022-06-20',
    );
  });

  it('keep the name that they come with', () => {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent('Phụ lục 1 - xã Minh Sơn.xlsx')}`;
    expect(nameIn(disposition, 'x.xlsx')).toBe('Phụ lục 1 - xã Minh Sơn.xlsx');
    expect(nameIn(null, 'bao-cao.pdf')).toBe('bao-cao.pdf');
    expect(nameIn("attachment; filename*=UTF-8''%E1%B", 'bao-cao.pdf')).toBe('bao-cao.pdf');
  });
});

describe('a signed file', () => {
  it('is looked at from outside before it travels', () => {
    expect(refuse({ name: 'bao cao DA KY.PDF', size: 5 }, 'pdf')).toBeNull();
    expect(refuse({ name: 'bao-cao.docx', size: 5 }, 'pdf')).toBe('wrongKind');
    expect(refuse({ name: 'bao-cao.pdf', size: 0 }, 'pdf')).toBe('empty');
    expect(refuse({ name: 'bao-cao.pdf', size: 12_000_001 }, 'pdf')).toBe('tooBig');
  });

  it('has a hash that can be read out', () => {
    expect(shortHash('0123456789abcdef0123')).toBe('0123 4567 89ab cdef');
  });
});
